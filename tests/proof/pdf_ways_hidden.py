"""Ways to draw a word on a PDF page so that nobody sees it."""

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.proof.pdf_way_tools import as_form, changed, coded, in_a_layer, page_with, rewritten
from tests.proof.ways import Ways

WAYS = Ways("pdf", "memo.pdf")


@WAYS.held
def in_invisible_text(word: str) -> bytes:
    return coded(word, render_mode=3)


@WAYS.held
def as_a_clip_of_text(word: str) -> bytes:
    return coded(word, render_mode=7)


@WAYS.held
def in_white(word: str) -> bytes:
    return coded(word, color=(1, 1, 1))


@WAYS.held
def under_a_box(word: str) -> bytes:
    document = page_with(word)
    document[0].draw_rect((30, 80, 200, 120), color=(0, 0, 0), fill=(0, 0, 0))
    return document.tobytes(deflate=True)


@WAYS.held
def transparent(word: str) -> bytes:
    return coded(word, fill_opacity=0, stroke_opacity=0)


@WAYS.held
def tiny(word: str) -> bytes:
    return coded(word, fontsize=0.2)


@WAYS.held
def of_size_nought(word: str) -> bytes:
    def edit(source: bytes) -> bytes:
        at = source.rfind(b" Tf")
        return source[: at - 2] + b"0" + source[at:]

    return rewritten(coded(word), edit)


@WAYS.held
def clipped_away(word: str) -> bytes:
    return rewritten(coded(word), lambda source: b"q 0 0 1 1 re W n " + source + b" Q")


@WAYS.held
def outside_the_crop_box(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.CropBox = Array([0, 230, 400, 300])

    return changed(coded(word), change)


@WAYS.held
def outside_the_page(word: str) -> bytes:
    return rewritten(coded(word), lambda source: b"q 1 0 0 1 0 -700 cm " + source + b" Q")


@WAYS.held
def in_a_layer_that_is_off(word: str) -> bytes:
    return in_a_layer(coded(word))


@WAYS.held
def as_the_name_of_a_layer(word: str) -> bytes:
    return in_a_layer(coded(""), word, is_on=True)


@WAYS.held
def in_a_form_of_a_layer_that_is_off(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.XObject.Fm0.OC = layer

    return changed(as_form(coded(word)), change)
