import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import LossNote, PageBox, RedactionLoss, RedactionOrder
from reviewer.pages.typeset import typeset
from reviewer.redacting.pdf import find_in_pdf, redact_pdf
from tests.documents.pdf_builder import PdfBuilder
from tests.documents.review_builder import blocks_of
from tests.redacting.pdf_sheet import PLAIN, Sheet


def order(*terms: str, reason: str = "s 40", **more) -> RedactionOrder:
    return RedactionOrder(terms=terms, reason=reason, **more)


def text_of(content: bytes, page: int = 0) -> str:
    with pymupdf.open(stream=content) as document:
        return document[page].get_text()


def places_of(content: bytes) -> dict[str, tuple[float, ...]]:
    with pymupdf.open(stream=content) as document:
        return {word[4]: tuple(round(at, 2) for at in word[:4]) for word in document[0].get_text("words")}


def code_of(error: pytest.ExceptionInfo[ReviewerError]) -> ProblemCode:
    return error.value.problem.code


def test_every_place_is_found_with_what_stands_round_it() -> None:
    hits = find_in_pdf("memo.pdf", Sheet().line("Then Mr Hanes left.").finished(), order("Hanes"))
    assert [(hit.part, hit.text, hit.after) for hit in hits] == [("page 1", "Hanes", " left.")]


def test_a_found_place_has_its_box_on_the_page_as_displayed() -> None:
    sheet = Sheet().line("Hanes", x=100, y=240)
    sheet.page.Rotate = 90
    (hit,) = find_in_pdf("memo.pdf", sheet.finished(), order("Hanes"))
    assert hit.box is not None
    assert hit.box.height > hit.box.width and 235 < hit.box.x0 < 243 and 99 < hit.box.y0 < 101


def test_words_that_only_share_letters_stay() -> None:
    content = Sheet().line("Ferries, rather than escape, ran late for Johanes.").line("Hanes", y=100).finished()
    assert "rather than escape, ran late for Johanes." in text_of(
        redact_pdf("memo.pdf", content, order("Hanes")).content
    )


def test_the_rest_of_a_marked_line_stays_text() -> None:
    content = Sheet().line("Then Mr Hanes left town.").finished()
    words = text_of(redact_pdf("memo.pdf", content, order("Hanes")).content).split()
    assert [word for word in words if word in ("Then", "Mr", "left", "town.")] == ["Then", "Mr", "left", "town."]


def test_other_lines_do_not_move() -> None:
    content = Sheet().line("Then Mr Hanes left town.").line("The boat was late.", y=200).finished()
    before, after = places_of(content), places_of(redact_pdf("memo.pdf", content, order("Hanes")).content)
    for word in (*PLAIN.split(), "The", "boat", "was", "late."):
        assert after[word] == pytest.approx(before[word], abs=0.02)


def test_a_line_with_a_number_in_the_margin_begins_where_it_began() -> None:
    text = "The names\nMr Hanes left.\nThe end\n"
    galley = typeset(text, blocks_of(text), "memo.txt").pdf
    before, after = (places_of(one) for one in (galley, redact_pdf("memo.pdf", galley, order("Hanes")).content))
    assert after["Mr"] == pytest.approx(before["Mr"], abs=0.05)


def test_words_that_go_on_behind_the_number_of_the_next_line_are_found() -> None:
    text = "Names\n" + "far off " * 7 + "so Ann Hanes left.\n"
    galley = typeset(text, blocks_of(text), "memo.txt").pdf
    assert "Ann Hanes" not in text_of(galley)
    assert [hit.page for hit in find_in_pdf("memo.pdf", galley, order("Ann Hanes"))] == [1]


def test_nothing_on_a_marked_line_tells_how_long_the_word_was() -> None:
    lines = set()
    for name in ("Ox", "Hanes", "Featherstonehaugh-Mortimer"):
        content = Sheet().line(f"Then Mr {name} left town.").line("The boat was late.", y=200).finished()
        redacted = redact_pdf("memo.pdf", content, order(name))
        lines.add((tuple(sorted(places_of(redacted.content).items())), tuple(entry.box for entry in redacted.applied)))
    assert len(lines) == 1


def test_a_justified_line_is_set_with_plain_spaces() -> None:
    starts = set()
    for name, space in (("Ox", 9.0), ("Hanes", 5.5)):
        content = Sheet().line(f"Then at noon Mr {name} left.", more=f"{space} Tw").line("The boat.", y=200).finished()
        starts.add(places_of(redact_pdf("memo.pdf", content, order(name)).content)["left."])
    assert len(starts) == 1


def test_the_start_of_a_centred_line_does_not_tell_either() -> None:
    boxes = set()
    for name in ("Ox", "Featherstone"):
        width = pymupdf.get_text_length(f"Notes on {name}", fontsize=12)
        content = Sheet().line(f"Notes on {name}", x=150 - width / 2).line("The boat.", y=200).finished()
        boxes.add(redact_pdf("memo.pdf", content, order(name)).applied[0].box)
    assert len(boxes) == 1


def test_the_reason_is_printed_in_the_box() -> None:
    content = Sheet().line("Then Mr Hanes left.").finished()
    assert "b(6)" in text_of(redact_pdf("memo.pdf", content, order("Hanes", reason="b(6)")).content)


def test_a_reason_that_names_the_person_is_not_printed() -> None:
    content = Sheet().line("Then Mr Hanes left.").finished()
    assert "Hanes" not in text_of(redact_pdf("memo.pdf", content, order("Hanes", reason="on Hanes")).content)


def test_a_clean_page_keeps_its_pixels_and_places() -> None:
    builder = PdfBuilder().page().text(72, 100, "Mr Hanes left.").page().text(72, 100, "A page without names.")
    before = builder.content()
    after = redact_pdf("memo.pdf", before, order("Hanes")).content
    with pymupdf.open(stream=before) as old, pymupdf.open(stream=after) as new:
        assert new[1].get_pixmap(dpi=150).samples == old[1].get_pixmap(dpi=150).samples
        assert new[1].get_text("words") == old[1].get_text("words")


def test_an_area_takes_what_lies_in_it() -> None:
    content = Sheet().line("Left stays, right goes").finished()
    area = PageBox(1, Box(75, 45, 200, 65))
    redacted = redact_pdf("memo.pdf", content, RedactionOrder(areas=(area,), reason="b(6)"))
    assert "goes" not in text_of(redacted.content) and "Left" in text_of(redacted.content)
    assert any("goes" in words for words in redacted.removed)


def test_an_area_is_meant_on_the_page_as_displayed() -> None:
    sheet = Sheet().line("goes", x=20, y=240)
    sheet.page.Rotate = 90
    area = PageBox(1, Box(230, 10, 260, 60))
    assert "goes" not in text_of(redact_pdf("memo.pdf", sheet.finished(), RedactionOrder(areas=(area,))).content)


def test_an_area_blackens_the_pixels_of_a_picture() -> None:
    content = PdfBuilder().page().image(100, 100, 200, 200).content()
    after = redact_pdf("scan.pdf", content, RedactionOrder(areas=(PageBox(1, Box(120, 120, 160, 160)),)))
    with pymupdf.open(stream=after.content) as document:
        images = [document.extract_image(entry[0]) for entry in document[0].get_images()]
        pixels = pymupdf.Pixmap(images[0]["image"])
        assert pixels.pixel(16, 16)[0] == 0 and pixels.pixel(2, 2)[0] == 160


def test_an_area_on_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(ReviewerError) as error:
        redact_pdf("memo.pdf", Sheet().finished(), RedactionOrder(areas=(PageBox(4, Box(0, 0, 9, 9)),)))
    assert code_of(error) is ProblemCode.CANNOT_REDACT


def test_words_that_a_pattern_took_out_are_told_to_the_proof() -> None:
    content = Sheet().line("Ring 01632 960 321 now").finished()
    redacted = redact_pdf("memo.pdf", content, RedactionOrder(patterns=(SensitiveKind.PHONE,)))
    assert "01632 960 321" in redacted.removed and "960" not in text_of(redacted.content)


def test_an_expression_takes_what_it_matches() -> None:
    content = Sheet().line("File AB-1234 is closed").finished()
    redacted = redact_pdf("memo.pdf", content, RedactionOrder(expressions=(r"[A-Z]{2}-\d{4}",)))
    assert "1234" not in text_of(redacted.content) and "closed" in text_of(redacted.content)


def test_nothing_that_matches_is_an_error() -> None:
    with pytest.raises(ReviewerError) as error:
        redact_pdf("memo.pdf", Sheet().finished(), order("Hanes"))
    assert code_of(error) is ProblemCode.NOTHING_TO_REDACT


def test_a_password_is_asked_for() -> None:
    content = PdfBuilder().page().text(72, 100, "Mr Hanes").content(password="open")
    with pytest.raises(ReviewerError) as error:
        redact_pdf("memo.pdf", content, order("Hanes"))
    assert code_of(error) is ProblemCode.PASSWORD_NEEDED


def test_a_wrong_password_is_told() -> None:
    content = PdfBuilder().page().text(72, 100, "Mr Hanes").content(password="open")
    with pytest.raises(ReviewerError) as error:
        redact_pdf("memo.pdf", content, order("Hanes"), password="shut")
    assert code_of(error) is ProblemCode.PASSWORD_WRONG


def test_the_right_password_opens_and_the_copy_has_none() -> None:
    content = PdfBuilder().page().text(72, 100, "Mr Hanes left").content(password="open")
    assert "left" in text_of(redact_pdf("memo.pdf", content, order("Hanes"), password="open").content)


def test_a_form_that_exists_only_as_xfa_is_refused() -> None:
    sheet = Sheet()
    sheet.pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=sheet.stream("<xdp>Hanes</xdp>"))
    with pytest.raises(ReviewerError) as error:
        redact_pdf("form.pdf", sheet.finished(), order("Hanes"))
    assert code_of(error) is ProblemCode.CANNOT_REDACT


def test_a_signature_that_is_dropped_is_told() -> None:
    sheet = Sheet().line("Mr Hanes")
    sheet.field(V=sheet.add(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))).FT = Name.Sig
    sheet.pdf.Root.AcroForm.SigFlags = 3
    assert LossNote(RedactionLoss.SIGNATURE) in redact_pdf("memo.pdf", sheet.finished(), order("Hanes")).losses


def test_what_had_to_go_is_told() -> None:
    sheet = Sheet().line("Mr Hanes").line("Unseen", y=20, more="3 Tr")
    sheet.annotation("Text", Contents=String("a note"))
    sheet.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("x"))
    sheet.pdf.attachments["list.txt"] = pikepdf.AttachedFileSpec(sheet.pdf, b"x", filename="list.txt")
    lost = {note.loss for note in redact_pdf("memo.pdf", sheet.finished(), order("Hanes")).losses}
    wanted = {RedactionLoss.ANNOTATIONS, RedactionLoss.SCRIPT, RedactionLoss.ATTACHMENT, RedactionLoss.HIDDEN_TEXT}
    assert wanted <= lost


def test_a_filled_in_field_stays_as_plain_text() -> None:
    content = (
        PdfBuilder().page().text(72, 100, "Mr Hanes").form_field(72, 200, 300, 220, "town", "Sallowmere").content()
    )
    redacted = redact_pdf("form.pdf", content, order("Hanes"))
    assert "Sallowmere" in text_of(redacted.content)
    assert LossNote(RedactionLoss.FORM_FIELDS) in redacted.losses


def test_clean_title_outline_and_links_stay() -> None:
    sheet = Sheet().line("Mr Hanes")
    sheet.pdf.docinfo["/Title"] = String("Harbour notes")
    with sheet.pdf.open_outline() as outline:
        outline.root.extend([pikepdf.OutlineItem("Harbour", 0), pikepdf.OutlineItem("On Hanes", 0)])
    sheet.annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://harbour.example/")))
    redacted = redact_pdf("memo.pdf", sheet.finished(), order("Hanes"))
    with pymupdf.open(stream=redacted.content) as document:
        assert document.metadata["title"] == "Harbour notes"
        assert [entry[1] for entry in document.get_toc()] == ["Harbour"]
        assert [link["uri"] for link in document[0].get_links()] == ["https://harbour.example/"]
    assert LossNote(RedactionLoss.OUTLINE) in redacted.losses


def test_the_copy_does_not_tell_what_made_it_or_when() -> None:
    redacted = redact_pdf("memo.pdf", Sheet().line("Mr Hanes").finished(), order("Hanes"))
    with pikepdf.open(io.BytesIO(redacted.content)) as pdf:
        assert "/Metadata" not in pdf.Root
        assert not {"/Producer", "/Creator", "/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def test_the_same_order_makes_the_same_bytes() -> None:
    content = Sheet().line("Mr Hanes left").finished()
    first, second = (redact_pdf("memo.pdf", content, order("Hanes")).content for _ in range(2))
    assert first == second


def test_bytes_that_are_no_pdf_are_damaged() -> None:
    with pytest.raises(ReviewerError) as error:
        redact_pdf("memo.pdf", b"%PDF-1.7 and nothing else", order("Hanes"))
    assert code_of(error) in (ProblemCode.DAMAGED, ProblemCode.NO_PAGES)
