import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.geometry import Box
from reviewer.model.redaction import LossNote, PageBox, RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_attack import recovered
from tests.redacting.pdf_cases_tags import TAG_CASES
from tests.redacting.pdf_sheet import WORD
from tests.redacting.tagged_pdfs import Shape, Tagged, flat, shapes

ORDER = RedactionOrder(terms=(WORD,), reason="s 40")
TAGS = RedactionLoss.TAGS


def redacted(tagged: Tagged, order: RedactionOrder = ORDER) -> tuple[list[Shape], tuple[LossNote, ...]]:
    made = redact_pdf("memo.pdf", tagged.finished(), order)
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        is_tagged = "/StructTreeRoot" in pdf.Root
    return shapes(made.content) if is_tagged else [], made.losses


def kinds(found: list[Shape]) -> list[str]:
    return [shape[0] for shape in flat(found)]


def texts(found: list[Shape]) -> list[str]:
    return [text for shape in flat(found) for _, text in shape[1]]


def letters(found: list[Shape]) -> list[str]:
    return [kid for shape in flat(found) for kid in shape[-1] if isinstance(kid, str)]


def test_all_elements_stay_as_they_were_but_for_the_marked_words() -> None:
    before = shapes(Tagged().finished())
    after, losses = redacted(Tagged())
    marked = [("Then Mr Hanes left the quay.",), ("Then Mr  left the quay.", "s 40")]
    unmarked = [
        [one for one in flat(found) if one[-1] not in marked and one[0] != "/Document"] for found in (before, after)
    ]
    assert len(unmarked[0]) == 20
    assert unmarked[0] == unmarked[1]
    assert kinds(before) == kinds(after)
    assert losses == ()


def test_the_label_stands_in_the_element_of_the_words() -> None:
    after, _ = redacted(Tagged())
    assert ("/P", (), ("/O /Layout", "/Placement /Block"), ("Then Mr  left the quay.", "s 40")) in flat(after)


def test_a_cell_that_held_only_the_word_keeps_its_place_with_the_label() -> None:
    after, _ = redacted(Tagged(), RedactionOrder(terms=("Forty",), reason="s 40"))
    assert [one[-1] for one in flat(after) if one[0] == "/TD"] == [("May",), ("s 40",)]


def test_pages_links_and_content_lead_back_to_their_elements() -> None:
    made = redact_pdf("memo.pdf", Tagged().finished(), ORDER)
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert [str(one.S) for one in tree[int(pdf.pages[1].obj.StructParents)]] == ["/H2", "/P", "/Figure"]
        assert str(tree[int(pdf.pages[0].obj.Annots[0].StructParent)].S) == "/Link"


def test_letters_tagged_one_by_one_do_not_tell_how_many_they_were() -> None:
    def spelt(word: str) -> list[Shape]:
        tagged = Tagged("Then he left.")
        shown = "".join(f"/Span <</MCID {11 + at}>> BDC ({letter}) Tj EMC " for at, letter in enumerate(word + "."))
        tagged.draw(0, f"BT /F1 12 Tf 20 50 Td {shown} ET")
        line = tagged.element("P", tagged.document)
        for at in range(len(word) + 1):
            tagged.element("Span", line, 11 + at)
        return redacted(tagged, RedactionOrder(terms=(word,), reason="s 40"))[0]

    short, long = spelt("Hanes"), spelt("Brackenfold")
    assert short == long
    assert [one[-1] for one in flat(short) if one[0] == "/Span"] == [("s 40",), (".",)]


def test_the_numbers_of_content_have_no_gaps() -> None:
    tagged = Tagged("Then he left.").draw(0, "/P <</MCID 70>> BDC BT /F1 12 Tf 20 50 Td (Hanes) Tj ET EMC")
    tagged.draw(0, "/P <</MCID 90>> BDC BT /F1 12 Tf 20 35 Td (End) Tj ET EMC")
    content = redact_pdf("memo.pdf", tagged.finished(), ORDER).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        begins = pikepdf.parse_content_stream(pdf.pages[0], "BDC")
        assert [int(one.operands[1].MCID) for one in begins] == list(range(len(begins)))


@pytest.mark.parametrize("build", TAG_CASES.values(), ids=TAG_CASES.keys())
def test_a_word_in_the_tags_goes_and_the_other_elements_stay(build: Callable[[], bytes]) -> None:
    after = redact_pdf("memo.pdf", build(), ORDER).content
    assert recovered(after, WORD) == []
    assert {"/H1", "/L", "/Table", "/Link", "/Sect"} <= set(kinds(shapes(after)))
    assert "Another square." in texts(shapes(after))


@pytest.mark.parametrize("key", ["/Alt", "/ActualText", "/E", "/T"])
def test_a_text_with_the_word_goes_alone_and_this_is_told_for_its_page(key: str) -> None:
    tagged = Tagged()
    tagged.second_figure[key] = String("A portrait of Mr Hanes.")
    after, losses = redacted(tagged)
    assert "A portrait of Mr Hanes." not in texts(after)
    assert kinds(after).count("/Figure") == 2
    assert losses == (LossNote(TAGS, "page 2"),)


@pytest.mark.parametrize(("first", "second"), [("A sea view by Ha", "nes, oil"), ("H a", "n e s"), ("Ha", "nes")])
def test_texts_that_spell_the_word_only_together_go(first: str, second: str) -> None:
    tagged = Tagged("Then he left.").draw(1, "BT /F1 12 Tf 20 200 Td (Hanes) Tj ET")
    tagged.figure.Alt, tagged.second_figure.Alt = String(first), String(second)
    after, losses = redacted(tagged)
    assert not {first, second} & set(texts(after))
    assert LossNote(TAGS, "page 1") in losses


def test_a_text_that_goes_on_in_the_letters_beside_it_goes() -> None:
    tagged = Tagged()
    tagged.figure.ActualText = String("Ha")
    assert "Ha" not in texts(redacted(tagged)[0])


@pytest.mark.parametrize(
    "spelling", ["Hane\u00adsmen Ha\u200bnes", "Ha\x1ben\x1bnes", "H\u0430nes", "SGFuZXM=", "senaH"]
)
def test_a_strange_spelling_goes(spelling: str) -> None:
    tagged = Tagged()
    tagged.figure.Alt = String(spelling)
    assert spelling not in texts(redacted(tagged)[0])


def test_what_describes_a_removed_drawing_goes_up_to_the_root() -> None:
    tagged = Tagged("Then he left.").draw(0, "q 1 0 0 1 0 0 cm /Figure <</MCID 11>> BDC 205 110 20 20 re f EMC Q")
    tagged.element("Figure", tagged.document, 11, Alt=String("A boat."))
    tagged.document.T = String("About a boat")
    order = RedactionOrder(areas=(PageBox(1, Box(195, 155, 245, 205)),), reason="s 40")
    after, losses = redacted(tagged, order)
    assert not {"A boat.", "About a boat", "A black square."} & set(texts(after))
    assert "Another square." in texts(after)
    assert LossNote(TAGS, "page 1") in losses


def test_a_text_that_repeats_the_words_of_an_area_goes() -> None:
    tagged = Tagged()
    tagged.second_figure.Alt = String("Two new buoys at sea.")
    order = RedactionOrder(areas=(PageBox(1, Box(15, 95, 200, 115)),))
    after, losses = redacted(tagged, order)
    assert "Two new buoys at sea." not in texts(after)
    assert "A black square." in texts(after)
    assert losses == (LossNote(TAGS, "page 2"),)


def test_elements_of_a_page_drawn_anew_go_and_this_is_told_for_that_page_alone() -> None:
    tagged = Tagged("Then he left.")
    picture = tagged.pdf.make_stream(
        bytes(range(64)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    tagged.pages[1].Resources.XObject = Dictionary(Im=picture)
    tagged.draw(1, "q 60 0 0 60 100 60 cm /Im Do Q")
    after, losses = redacted(tagged, RedactionOrder(areas=(PageBox(2, Box(110, 190, 150, 230)),)))
    assert "/Sect" not in kinds(after)
    assert kinds(after) == kinds(shapes(Tagged().finished()))[:-4]
    assert [note for note in losses if note.loss is TAGS] == [LossNote(TAGS, "page 2")]


@pytest.mark.parametrize("term", ["MCID", "StructElem", "EMC", "P", "Nums", "37"])
def test_no_tags_are_written_with_a_word_of_the_format_that_is_to_go(term: str) -> None:
    after, losses = redacted(Tagged(f"Then {term} left."), RedactionOrder(terms=(term,)))
    assert after == []
    assert LossNote(TAGS) in losses


def test_an_element_whose_type_is_to_go_becomes_one_without_meaning() -> None:
    after, _ = redacted(Tagged("Then the Figure left."), RedactionOrder(terms=("Figure",)))
    assert "/Figure" not in kinds(after)
    assert kinds(after).count("/NonStruct") == 2


def test_empty_cells_stay_where_their_table_stays() -> None:
    tagged = Tagged()
    tagged.element("TD", tagged.element("TR", tagged.element("Table", tagged.document), 2), page=None)
    tagged.marked.K = Array([])
    after, _ = redacted(tagged)
    assert kinds(after)[-3:] == ["/Table", "/TR", "/TD"]


def test_a_tree_that_holds_itself_ends() -> None:
    tagged = Tagged()
    tagged.plain.K.append(tagged.document)
    assert "The ferry leaves at nine." in letters(redacted(tagged)[0])
