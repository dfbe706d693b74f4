"""Ways to show a word on a PDF page without a letter of it being there: only eyes find them."""

import pikepdf
import pymupdf
from pikepdf import Dictionary, Name, Pdf, Stream

from tests.proof.pdf_way_tools import (
    changed,
    coded,
    drawing,
    in_a_layer,
    outlines,
    page_with,
    picture,
    rewritten,
    saved,
)
from tests.proof.ways import Ways

WAYS = Ways("pdf", "memo.pdf")


def with_picture(data: bytes, rect: tuple[int, int, int, int] = (40, 150, 300, 190), **options) -> pymupdf.Document:
    document = page_with()
    document[0].insert_image(rect, stream=data, **options)
    return document


@WAYS.seen
def in_a_picture(word: str) -> bytes:
    return with_picture(picture(word).tobytes("png")).tobytes(deflate=True)


@WAYS.seen
def in_a_jpeg_picture(word: str) -> bytes:
    return with_picture(picture(word).tobytes("jpg")).tobytes()


@WAYS.seen
def in_a_picture_off_the_page(word: str) -> bytes:
    return with_picture(picture(word).tobytes("png"), (500, 150, 760, 190)).tobytes(deflate=True)


@WAYS.seen
def in_a_picture_under_another(word: str) -> bytes:
    document = with_picture(picture(word).tobytes("png"))
    document[0].insert_image((40, 150, 300, 190), stream=picture("").tobytes("png"))
    return document.tobytes(deflate=True)


@WAYS.seen
def in_the_transparency_of_a_picture(word: str) -> bytes:
    grey = pymupdf.Pixmap(pymupdf.csGRAY, picture(word))
    white = pymupdf.Pixmap(pymupdf.csRGB, grey.width, grey.height, b"\xff" * (grey.width * grey.height * 3), False)
    return with_picture(white.tobytes("png"), mask=grey.tobytes("png")).tobytes(deflate=True)


@WAYS.seen
def in_a_stencil(word: str) -> bytes:
    grey = pymupdf.Pixmap(pymupdf.csGRAY, picture(word))
    rows = []
    for y in range(grey.height):
        bits = "".join("1" if grey.pixel(x, y)[0] > 128 else "0" for x in range(grey.width))
        bits += "0" * (-len(bits) % 8)
        rows.append(int(bits, 2).to_bytes(len(bits) // 8, "big"))
    pdf = drawing("q 260 0 0 40 40 150 cm /Im0 Do Q")
    image = Stream(pdf, b"".join(rows))
    size = {"/Width": grey.width, "/Height": grey.height, "/BitsPerComponent": 1}
    image.update(Dictionary({"/Type": Name.XObject, "/Subtype": Name.Image, "/ImageMask": True} | size))
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=pdf.make_indirect(image))
    return saved(pdf)


@WAYS.seen
def in_an_inline_picture(word: str) -> bytes:
    grey = pymupdf.Pixmap(pymupdf.csGRAY, picture(word))
    head = f"q 260 0 0 40 40 150 cm BI /W {grey.width} /H {grey.height} /BPC 8 /CS /G ID ".encode()
    return saved(drawing(head + grey.samples + b"\nEI Q"))


@WAYS.seen
def half_in_each_of_two_pictures(word: str) -> bytes:
    line = pymupdf.open()
    line.new_page(width=260, height=40).insert_text((10, 26), word, fontsize=16)
    document = page_with()
    for first, last, x in ((0, 45, 40), (45, 260, 85)):
        page = pymupdf.open().new_page(width=last - first, height=40)
        page.show_pdf_page(page.rect, line, 0, clip=(first, 0, last, 40))
        piece = page.get_pixmap(dpi=150, alpha=False).tobytes("png")
        document[0].insert_image((x, 150, x + last - first, 190), stream=piece)
    return document.tobytes(deflate=True)


def beside(key: str, word: str) -> bytes:
    """A picture that hangs on the page without being drawn on it."""

    def change(pdf: Pdf) -> None:
        image = picture(word)
        hidden = Stream(pdf, image.samples)
        size = Dictionary(Width=image.width, Height=image.height, BitsPerComponent=8, ColorSpace=Name.DeviceRGB)
        hidden.update(size)
        pdf.pages[0].obj[key] = pdf.make_indirect(hidden)

    return changed(coded(""), change)


@WAYS.seen
def in_a_thumbnail(word: str) -> bytes:
    return beside("/Thumb", word)


@WAYS.seen
def in_a_picture_that_a_private_key_names(word: str) -> bytes:
    return beside("/XX_Private", word)


@WAYS.seen
def as_paths(word: str) -> bytes:
    return outlines(word)


@WAYS.seen
def as_paths_under_a_box(word: str) -> bytes:
    document = pymupdf.open(stream=outlines(word), filetype="pdf")
    document[0].draw_rect((20, 100, 300, 170), color=(0, 0, 0), fill=(0, 0, 0))
    return document.tobytes()


@WAYS.seen
def as_paths_in_a_layer_that_is_off(word: str) -> bytes:
    return in_a_layer(outlines(word))


@WAYS.seen
def as_paths_in_white(word: str) -> bytes:
    return rewritten(outlines(word), lambda source: source.replace(b"0 g", b"1 g").replace(b"0 0 0 rg", b"1 1 1 rg"))


def with_letters(content: bytes, table: bytes) -> bytes:
    """Change what the font says its codes 3 to 97 stand for, space to tilde."""

    def change(pdf: Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                thing.ToUnicode.write(thing.ToUnicode.read_bytes().replace(b"<0003> <0061> <0020>", table))

    return changed(content, change)


@WAYS.seen
def in_a_font_that_tells_no_letters(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]

    return changed(coded(word), change)


@WAYS.seen
def in_a_font_that_tells_wrong_letters(word: str) -> bytes:
    return with_letters(coded(word), b"<0003> <0061> <0021>")


@WAYS.seen
def in_a_font_that_tells_one_letter_wrong(word: str) -> bytes:
    sentence = f"{word} said so in June, and the members of the board agreed."
    return with_letters(coded(sentence), b"<0003> <0033> <0020>\n<0034> <0034> <0058>\n<0035> <0061> <0052>")
