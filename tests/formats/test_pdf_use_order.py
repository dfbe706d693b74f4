import io
from itertools import pairwise

import pikepdf
import pytest

from reviewer.formats.pdf_objects import written
from reviewer.formats.pdf_use_order import pages_in_order_of_use
from reviewer.model.redaction import LossNote, RedactionLoss, RedactionOrder
from reviewer.redacting.pdf_pages import ORDER_TELLS
from reviewer.redacting.redact import redact_file

from .test_pdf_letter_order import LINES, letters_by_code, printed


def changed(change, lines=LINES):
    """Return a page in a composite font whose letters are numbered by their use, after a change to its program."""
    with pikepdf.open(io.BytesIO(printed(is_composite=True, lines=lines))) as pdf:
        change(pdf, pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0])
        return written(pdf)


def as_compact_font(_pdf, bearer):
    bearer.FontDescriptor.FontFile3 = bearer.FontDescriptor.FontFile2
    del bearer.FontDescriptor.FontFile2


def with_a_map_of_its_own(pdf, bearer):
    bearer.CIDToGIDMap = pdf.make_stream(b"".join(number.to_bytes(2, "big") for number in range(256)))


def telling(content, with_truetype=False):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return set(pages_in_order_of_use(pdf, with_truetype))


def test_a_font_numbered_by_use_that_cannot_be_put_in_another_order_tells():
    assert telling(changed(as_compact_font)) == {1}


def test_forms_that_give_one_another_are_looked_into_once_however_deep_the_font_lies():
    with pikepdf.open(io.BytesIO(changed(as_compact_font))) as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        forms = [pdf.make_stream(b"", Subtype=pikepdf.Name.Form) for _ in range(24)]
        for form in forms:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({f"/X{n}": f for n, f in enumerate(forms)}))
        last = pdf.make_stream(b"", Subtype=pikepdf.Name.Form)
        last.Resources = pikepdf.Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        forms[-1].Resources.XObject.Last = last
        for outer, inner in pairwise(forms[:-12:-1]):
            inner.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=outer))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=forms[-11], Y=forms[0]))
        assert pages_in_order_of_use(pdf, with_truetype=False) == {1, 2}


def test_a_font_that_names_no_descendant_tells_nothing():
    with pikepdf.open(io.BytesIO(printed(is_composite=True))) as pdf:
        for descendants in (pikepdf.Array([]), pikepdf.Dictionary(), pikepdf.Array([7])):
            pdf.pages[0].obj.Resources.Font.F1.DescendantFonts = descendants
            assert pages_in_order_of_use(pdf, with_truetype=True) == frozenset()


def test_a_truetype_font_counts_only_where_it_could_not_be_put_in_order():
    assert telling(printed(is_composite=True)) == set()
    assert telling(printed(is_composite=True), with_truetype=True) == {1}


@pytest.mark.parametrize("lines", [("zyxwvutsrqponm",), ("Ada",)])
def test_a_font_in_another_order_or_with_few_letters_tells_nothing(lines):
    alphabet = "".join(sorted(set("".join(lines))))
    content = changed(as_compact_font, lines=(alphabet, *lines))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        shown = bytes(pdf.pages[0].obj.Contents.read_bytes()).decode().split("\n")
        pdf.pages[0].obj.Contents = pdf.make_stream("\n".join(shown[1:]).encode())
        assert pages_in_order_of_use(pdf, with_truetype=True) == frozenset()


def test_a_page_in_a_font_whose_order_tells_the_word_becomes_a_picture_and_that_is_said():
    redacted = redact_file("a.pdf", changed(with_a_map_of_its_own), RedactionOrder(("Quillworth",)))
    assert LossNote(RedactionLoss.TEXT_LAYER, "page 1", ORDER_TELLS) in redacted.losses
    assert "uilwort" not in letters_by_code(redacted.content)
    assert telling(redacted.content, with_truetype=True) == set()


def test_pages_in_such_a_font_stay_where_no_word_in_it_is_removed():
    content = changed(with_a_map_of_its_own)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F2=pikepdf.Dictionary(
                    Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                )
            )
        )
        page.obj.Contents = pdf.make_stream(b"BT /F2 12 Tf 72 700 Td (Written by Hanes.) Tj ET")
        content = written(pdf)
    redacted = redact_file("a.pdf", content, RedactionOrder(("Hanes",)))
    assert RedactionLoss.TEXT_LAYER not in {note.loss for note in redacted.losses}
