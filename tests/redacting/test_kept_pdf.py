import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.geometry import Box
from reviewer.model.redaction import PageBox, RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import find_in_pdf, redact_pdf
from tests.documents.pdf_builder import PdfBuilder
from tests.formats.test_pdf_use_order import changed, with_a_map_of_its_own
from tests.redacting.marked_files import LINES, NAME, OPEN
from tests.redacting.pdf_attack import recovered
from tests.redacting.pdf_sheet import Sheet
from tests.redacting.pictures import printed
from tests.redacting.test_pdf import text_of

KEPT = "The office wrote to Hanes on Monday morning."
GONE = "He left, said Hanes, in May."


def only_kept(content, *starts, terms=("Hanes",), **more):
    """Redact everything but the places behind these words, as they are found among all places."""
    hits = find_in_pdf("a.pdf", content, RedactionOrder(terms=terms))
    kept = tuple(hit for hit in hits if hit.before.endswith(starts))
    assert len(kept) >= len(starts)
    return redact_pdf("a.pdf", content, RedactionOrder(terms=terms, kept=kept, **more))


def sheet():
    return Sheet().line(KEPT).line(GONE, y=200)


def test_one_place_stays_where_it_is_and_can_be_selected():
    made = only_kept(sheet().finished(), "wrote to ")
    assert KEPT in text_of(made.content)
    assert text_of(made.content).count("Hanes") == 1


def test_a_page_on_which_all_is_kept_keeps_its_content():
    content = PdfBuilder().page().text(72, 100, KEPT).page().text(72, 100, GONE).content()
    made = only_kept(content, "wrote to ")
    assert KEPT in text_of(made.content)
    assert "Hanes" not in text_of(made.content, 1)
    assert [one.page for one in made.applied] == [2]


def test_two_places_on_one_line_are_decided_one_by_one():
    made = only_kept(Sheet().line("Ask Hanes first, then Hanes again.").finished(), "then ")
    text = text_of(made.content)
    assert text.count("Hanes") == 1
    assert "first, then Hanes again." in text


HIDDEN = {
    "invisible": lambda made: made.line(KEPT, y=100, more="3 Tr"),
    "white on white": lambda made: made.line(KEPT, y=100, more="1 g"),
    "off the page": lambda made: made.line(KEPT, y=-40),
    "under a box": lambda made: made.line(KEPT, y=100).draw("0 g 10 95 280 20 re f"),
    "clipped away": lambda made: made.draw("q 0 0 5 5 re W n").line(KEPT, y=100).draw("Q"),
    "replacement text": lambda made: made.draw(f"/Span <</ActualText ({KEPT})>> BDC EMC"),
    "comment": lambda made: made.draw(f"% {KEPT}"),
    "remark": lambda made: made.annotation("Text", Contents=String(KEPT)),
    "title": lambda made: setattr(made.pdf.docinfo, "Title", KEPT),
    "loose stream": lambda made: made.pdf.Root.__setitem__("/Old", made.stream(f"BT ({KEPT}) Tj ET")),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_a_hidden_copy_of_the_kept_line_goes(way):
    made = sheet()
    HIDDEN[way](made)
    content = only_kept(made.finished(), "wrote to ").content
    assert text_of(content).count("Hanes") == 1
    assert _count_in_strings(content) <= 1
    assert KEPT in text_of(content)


def _count_in_strings(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        strings = "".join(str(one) for one in pdf.docinfo.values())
    return streams.count(b"Hanes") + strings.count("Hanes")


def test_a_copy_behind_a_picture_goes():
    builder = PdfBuilder().page().text(72, 100, KEPT).text(72, 200, GONE).text(72, 300, KEPT)
    with pymupdf.open(stream=builder.content()) as document:
        document[0].insert_image(
            pymupdf.Rect(60, 280, 400, 320), stream=printed("Boats and weather"), keep_proportion=False
        )
        content = document.tobytes()
    made = only_kept(content, "wrote to ").content
    assert text_of(made).count("Hanes") == 1


def test_a_word_printed_on_a_picture_is_kept_when_it_can_be_read_there():
    builder = PdfBuilder().page().image(40, 80, 500, 120).text(72, 100, KEPT).text(72, 200, GONE)
    made = only_kept(builder.content(), "wrote to ").content
    assert KEPT in text_of(made)
    assert text_of(made).count("Hanes") == 1


def test_a_word_over_the_end_of_a_page_is_kept_on_both():
    builder = PdfBuilder().page().text(72, 100, GONE).text(72, 780, "The office wrote to Ada")
    content = builder.page().text(72, 60, "Hanes on Monday morning.").content()
    hits = find_in_pdf("a.pdf", content, RedactionOrder(terms=("Ada Hanes", "Hanes")))
    kept = tuple(hit for hit in hits if not hit.before.endswith("said "))
    made = redact_pdf("a.pdf", content, RedactionOrder(terms=("Ada Hanes", "Hanes"), kept=kept)).content
    assert "wrote to Ada" in text_of(made)
    assert "Hanes on Monday" in text_of(made, 1)
    assert "Hanes" not in text_of(made)


def test_a_layer_that_is_off_does_not_come_along_with_what_is_kept():
    made = sheet()
    layer = made.add(Type=Name.OCG, Name=String("old"))
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    made.resource("Properties", "L", layer)
    made.draw("/OC /L BDC").line(KEPT, y=100).draw("EMC")
    content = only_kept(made.finished(), "wrote to ").content
    assert recovered(content, "Hanes") == recovered(only_kept(sheet().finished(), "wrote to ").content, "Hanes")
    assert _count_in_strings(content) <= 1


def test_the_same_line_elsewhere_on_the_page_is_another_place():
    made = Sheet().line(KEPT).line(KEPT, y=100).finished()
    first, second = find_in_pdf("a.pdf", made, RedactionOrder(terms=("Hanes",)))
    content = redact_pdf("a.pdf", made, RedactionOrder(terms=("Hanes",), kept=(second,))).content
    assert text_of(content).count("Hanes") == 1
    assert first.box is not None and second.box is not None and first.box != second.box


def test_a_kept_place_inside_an_area_goes_with_the_area():
    content = sheet().finished()
    made = only_kept(content, "wrote to ", areas=(PageBox(1, Box(0, 45, 300, 65)),))
    assert "Hanes" not in text_of(made.content)


def test_each_box_has_the_reason_of_its_term_or_area():
    made = Sheet().line("Then Hanes left.").line("Then Olsen came.", y=200).line("Nobody else did.", y=100)
    reasons = {"Hanes": "b(6)", "Olsen": "b(7)"}
    areas = (PageBox(1, Box(15, 185, 200, 205), "b(4)"),)
    order = RedactionOrder(terms=("Hanes", "Olsen"), reasons=reasons, areas=areas, reason="other")
    redacted = redact_pdf("a.pdf", made.finished(), order)
    assert sorted(one.reason for one in redacted.applied) == ["b(4)", "b(6)", "b(7)"]
    labels = [word for word in text_of(redacted.content).split() if word.startswith("b(")]
    assert sorted(labels) == ["b(4)", "b(6)", "b(7)"]


def test_a_box_is_as_wide_whatever_its_reason_says():
    def width(reason):
        order = RedactionOrder(terms=("Hanes",), reasons={"Hanes": reason})
        (applied,) = redact_pdf("a.pdf", Sheet().line("Then Hanes left.").finished(), order).applied
        assert applied.box is not None
        return applied.box.width

    assert width("b(6)") == width("a much longer reason, s 40(2)") == width("")


def test_marks_side_by_side_carry_both_reasons():
    reasons = {"Ada": "b(6)", "Hanes": "b(7)"}
    content = Sheet().line("Then Ada Hanes left.").finished()
    made = redact_pdf("a.pdf", content, RedactionOrder(terms=("Ada", "Hanes"), reasons=reasons))
    assert [one.reason for one in made.applied] == ["b(6)", "b(7)"]
    assert "b(6), b(7)" in text_of(made.content)


def test_a_name_in_columns_keeps_its_place():
    builder = PdfBuilder().page()
    for number, line in enumerate(LINES):
        builder.text(40, 100 + 30 * number, line, size=6).text(320, 100 + 30 * number, line, size=6)
    content = builder.content()
    hits = find_in_pdf("a.pdf", content, RedactionOrder(terms=(NAME,)))
    assert len(hits) == 6
    kept = tuple(hit for hit in hits if hit.box is not None and hit.box.x0 > 300)
    made = redact_pdf("a.pdf", content, RedactionOrder(terms=(NAME,), kept=kept))
    assert text_of(made.content).count(NAME) == 3
    assert OPEN[0] in text_of(made.content)


def test_a_kept_word_stays_selectable_on_a_page_that_becomes_a_picture():
    lines = ("The office wrote to Hanes on Monday.", "He left, said Hanes, in May.")
    made = only_kept(changed(with_a_map_of_its_own, lines), "wrote to ")
    assert RedactionLoss.TEXT_LAYER in {note.loss for note in made.losses}
    assert "wrote to Hanes on Monday" in " ".join(text_of(made.content).split())
    assert text_of(made.content).count("Hanes") == 1
