import io
import zipfile

import docx
import pytest
from docx.shared import RGBColor

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import LossNote, PageBox, RedactionLoss, RedactionOrder
from reviewer.model.request import Redacted
from reviewer.opening.docx import read_docx
from reviewer.pages.ocr import read_picture
from reviewer.pages.pictures import decode_picture
from reviewer.redacting.docx import find_in_docx, redact_docx
from tests.documents.docx_builder import build_docx, deleted, field, inserted, paragraph, run
from tests.redacting.docx_package_builder import Link, Package, par, picture, png
from tests.redacting.pictures import printed


def _redacted(content: bytes, *terms: str, **order: object) -> Redacted:
    return redact_docx("notes.docx", content, RedactionOrder(terms=terms, **order), None, lambda _: None)


def _text(made: Redacted) -> str:
    return read_docx("notes.docx", made.content).text


def test_every_word_is_replaced_by_a_block_of_one_width():
    content = build_docx(paragraph("Ada Wray left."), paragraph("Then Bartholomew Featherstonehaugh left."))
    made = _redacted(content, "Ada Wray", "Bartholomew Featherstonehaugh", reason="P1")
    assert _text(made) == "█████ [P1] left.\n\nThen █████ [P1] left."


def test_terms_side_by_side_get_one_block():
    made = _redacted(build_docx(paragraph("Then Ada Wray left.")), "Ada", "Wray")
    assert _text(made) == "Then █████ left."


def test_a_reason_that_holds_a_term_is_not_printed():
    made = _redacted(build_docx(paragraph("Then Wray left.")), "Wray", reason="about Wray")
    assert _text(made) == "Then █████ left."


def test_formats_outside_the_words_stay():
    written = docx.Document()
    line = written.add_paragraph("He saw ", style="List Bullet")
    line.add_run("Ada ").bold = True
    line.add_run("Wray").font.color.rgb = RGBColor(1, 2, 3)
    line.add_run(" leave.").italic = True
    buffer = io.BytesIO()
    written.save(buffer)
    made = docx.Document(io.BytesIO(_redacted(buffer.getvalue(), "Ada Wray").content)).paragraphs[0]
    shown = [(piece.text, piece.bold, piece.italic) for piece in made.runs if piece.text]
    assert shown == [("He saw ", None, None), ("█████", True, None), (" leave.", None, True)]
    assert made.style.name == "List Bullet"


def test_tracked_changes_are_accepted_and_that_is_said():
    content = build_docx(paragraph("Wray ", deleted("never "), inserted("often "), "left."))
    made = _redacted(content, "Wray")
    assert _text(made) == "█████ often left."
    assert LossNote(RedactionLoss.REVISIONS, "body") in made.losses


def test_page_numbers_stay_fields_and_others_become_what_they_show():
    content = build_docx(paragraph("Wray ", field(" PAGE \\* MERGEFORMAT ", "3"), field("AUTHOR", " Ada")))
    made = _redacted(content, "Wray")
    xml = zipfile.ZipFile(io.BytesIO(made.content)).read("word/document.xml")
    assert xml.count(b"<w:instrText> PAGE </w:instrText>") == 1
    assert b"AUTHOR" not in xml
    assert _text(made) == "█████ 3 Ada"


def test_a_bookmark_keeps_leading_to_its_place_under_another_name():
    marked = '<w:bookmarkStart w:id="9" w:name="wray_flat"/><w:bookmarkEnd w:id="9"/>'
    content = build_docx(paragraph(f'<w:hyperlink w:anchor="wray_flat">{run("see")}</w:hyperlink>', marked, "Wray"))
    xml = zipfile.ZipFile(io.BytesIO(_redacted(content, "Wray").content)).read("word/document.xml")
    assert b'w:anchor="place1"' in xml
    assert b'w:name="place1"' in xml


def test_a_clean_link_stays():
    body = par(f'<w:hyperlink r:id="rId7">{run("page")}</w:hyperlink>', " by Wray")
    content = Package(body, {}, [Link("rId7", "hyperlink", "https://a.example/page", True)]).build()
    made = zipfile.ZipFile(io.BytesIO(_redacted(content, "Wray").content))
    assert b'Target="https://a.example/page"' in made.read("word/_rels/document.xml.rels")


def test_letters_of_other_words_stay():
    made = _redacted(build_docx(paragraph("More than escape, Hanes said; 501 men of Dom.")), "Hanes", "Sol", "Dorn")
    assert _text(made) == "More than escape, █████ said; 501 men of Dom."


def test_words_that_patterns_and_expressions_removed_are_named_for_the_proof():
    content = build_docx(paragraph("Call 01632 960 123 about file K-77 and Wray."))
    made = _redacted(content, "Wray", patterns=(SensitiveKind.PHONE,), expressions=(r"K-\d+",))
    assert _text(made) == "Call █████ about file █████ and █████."
    assert set(made.removed) == {"Wray", "01632 960 123", "K-77"}


def test_the_same_file_gives_the_same_bytes():
    content = build_docx(paragraph("Then Wray left."))
    assert _redacted(content, "Wray").content == _redacted(content, "Wray").content


def test_hits_name_their_part_and_what_stands_round_them():
    content = build_docx(paragraph("First."), paragraph("Then Wray left."), headers=[paragraph("For Wray")])
    hits = find_in_docx("notes.docx", content, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert [(hit.part, hit.text) for hit in hits] == [("paragraph 2", "Wray"), ("header 1", "Wray")]
    assert hits[0].before.endswith("Then ")


def test_nothing_found_is_said_and_nothing_written():
    with pytest.raises(ReviewerError) as raised:
        _redacted(build_docx(paragraph("Nobody left.")), "Wray")
    assert raised.value.problem.code is ProblemCode.NOTHING_TO_REDACT


def test_areas_are_refused_because_the_file_has_no_pages():
    with pytest.raises(ReviewerError) as raised:
        _redacted(build_docx(paragraph("Wray")), "Wray", areas=(PageBox(1, Box(0, 0, 10, 10)),))
    assert raised.value.problem.code is ProblemCode.CANNOT_REDACT


def test_reports_never_name_what_was_removed():
    content = Package(par("Wray"), {"word/media/Wray.emf": b"Wray"}, [Link("rIdX", "image", "media/Wray.emf")]).build()
    made = _redacted(content, "Wray")
    assert "Wray" not in repr((made.applied, made.losses))


def _picture_words(made: Redacted) -> str:
    archive = zipfile.ZipFile(io.BytesIO(made.content))
    name = next(name for name in archive.namelist() if "media/" in name)
    flat = decode_picture(archive.read(name)).without_alpha()
    return " ".join(word.text for word in read_picture(flat.width, flat.height, flat.samples, flat.channels))


def _with_picture(words: str, crop: str = "") -> bytes:
    parts = {"word/media/a.png": printed(words)}
    return Package(par(picture(crop=crop), "Wray"), parts, [Link("rIdX", "image", "media/a.png")]).build()


def test_words_in_the_pixels_of_a_picture_are_blackened():
    made = _redacted(_with_picture("Seen by Brackenfold at the harbour"), "Brackenfold")
    words = _picture_words(made)
    assert "Brackenfold" not in words
    assert "harbour" in words


def test_what_is_cropped_away_is_no_longer_in_the_picture():
    made = _redacted(_with_picture("Brackenfold was seen", crop='<a:srcRect r="70000"/>'), "Wray")
    archive = zipfile.ZipFile(io.BytesIO(made.content))
    assert decode_picture(archive.read("word/media/image1.png")).width < 0.31 * decode_picture(printed("x")).width
    assert b"srcRect" not in archive.read("word/document.xml")


def test_the_rest_of_a_description_stays_however_long_it_is():
    described = f'name="P" descr="{"A man on the quay. " * 20}Wray waves."'
    content = Package(
        par(picture(described=described)), {"word/media/a.png": png()}, [Link("rIdX", "image", "media/a.png")]
    )
    xml = zipfile.ZipFile(io.BytesIO(_redacted(content.build(), "Wray").content)).read("word/document.xml").decode()
    assert f'descr="{"A man on the quay. " * 20}█████ waves."' in xml
