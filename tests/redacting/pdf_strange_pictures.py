"""Strange ways to show a word in a PDF without a letter of it: pictures in every code, letters built of rules."""

import io

import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageCms

from tests.redacting.pdf_sheet import WORD, Sheet
from tests.redacting.pdf_strange_glyphs import Ways

WAYS = Ways()


def pic(text=WORD, mode="L", size=(300, 60), fg=0, bg=255):
    p = pymupdf.open().new_page(width=150, height=30)
    p.insert_text((10, 20), text, fontsize=16)
    pm = p.get_pixmap(dpi=144 * 1, alpha=False)
    return Image.frombytes("RGB", (pm.width, pm.height), pm.samples).convert("L")


def image(s, im, **e):
    return s.stream(
        im.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=im.width,
        Height=im.height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        **e,
    )


def shown(s, obj, name="Im", rect="150 0 0 30 20 180"):
    s.resource("XObject", name, obj)
    return s.draw(f"q {rect} cm /{name} Do Q")


@WAYS.enter
def type3_bitmaps() -> bytes:
    s = Sheet()
    procs = {}
    for _i, c in enumerate(sorted(set(WORD))):
        im = pic(c).crop((10, 0, 60, 60)).convert("1")
        data = im.tobytes()
        procs[f"/g{c}"] = s.stream(
            b"24 0 0 -2 24 30 d1 25 0 0 30 0 0 cm BI /W %d /H %d /IM true /BPC 1 /D [0 1] ID " % im.size + data + b" EI"
        )
    ch = sorted(set(WORD))
    s.resource(
        "Font",
        "T3",
        s.add(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 30, 30]),
            FontMatrix=Array([0.04, 0, 0, 0.04, 0, 0]),
            CharProcs=Dictionary(procs),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1] + [Name(f"/g{c}") for c in ch])),
            FirstChar=1,
            LastChar=len(ch),
            Widths=Array([14] * len(ch)),
        ),
    )
    return s.draw("BT /T3 24 Tf 20 200 Td <" + "".join(f"{ch.index(c) + 1:02x}" for c in WORD) + "> Tj ET").finished()


@WAYS.enter
def image_layer() -> bytes:
    s = Sheet()
    layer = s.add(Type=Name.OCG, Name=String("L"))
    s.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return shown(s, image(s, pic(), OC=layer)).finished()


@WAYS.enter
def alternates() -> bytes:
    s = Sheet()
    blank = Image.new("L", (300, 60), 255)
    return shown(
        s, image(s, blank, Alternates=Array([Dictionary(Image=image(s, pic()), DefaultForPrinting=True)]))
    ).finished()


@WAYS.enter
def thumb() -> bytes:
    s = Sheet()
    s.page.Thumb = image(s, pic())
    return s.line(WORD, y=100).finished()


@WAYS.enter
def ccitt() -> bytes:
    s = Sheet()
    im = pic().convert("1")
    b = io.BytesIO()
    im.save(b, "TIFF", compression="group4")
    t = Image.open(io.BytesIO(b.getvalue()))
    off = t.tag_v2[273][0]
    n = t.tag_v2[279][0]
    o = Stream(s.pdf, b"")
    o.write(
        b.getvalue()[off : off + n],
        filter=Name.CCITTFaxDecode,
        decode_parms=Dictionary(K=-1, Columns=im.width, Rows=im.height, BlackIs1=False),
    )
    for k, v in {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": im.width,
        "Height": im.height,
        "ColorSpace": Name.DeviceGray,
        "BitsPerComponent": 1,
    }.items():
        o[f"/{k}"] = v
    return shown(s, s.pdf.make_indirect(o)).finished()


@WAYS.enter
def jpx() -> bytes:
    s = Sheet()
    b = io.BytesIO()
    pic().convert("RGB").save(b, "JPEG2000")
    o = Stream(s.pdf, b"")
    o.write(b.getvalue(), filter=Name.JPXDecode)
    for k, v in {"Type": Name.XObject, "Subtype": Name.Image, "Width": pic().width, "Height": pic().height}.items():
        o[f"/{k}"] = v
    return shown(s, s.pdf.make_indirect(o)).finished()


@WAYS.enter
def faint_picture() -> bytes:
    s = Sheet()
    return shown(s, image(s, pic().point(lambda v: 255 if v > 128 else 252))).finished()


@WAYS.enter
def smasked_out() -> bytes:
    s = Sheet()
    im = pic()
    m = image(s, Image.new("L", im.size, 0))
    return shown(s, image(s, im, SMask=m)).finished()


@WAYS.enter
def colour_key() -> bytes:
    s = Sheet()
    im = pic().convert("1").convert("L")
    return shown(s, image(s, im, Mask=Array([0, 10]))).finished()


@WAYS.enter
def decode_flat() -> bytes:
    s = Sheet()
    return shown(s, image(s, pic(), Decode=Array([1, 1]))).finished()


@WAYS.enter
def indexed_same_colours() -> bytes:
    s = Sheet()
    im = pic().point(lambda v: 1 if v > 128 else 0)
    o = image(s, im)
    o.ColorSpace = Array([Name.Indexed, Name.DeviceGray, 1, String(b"\xff\xff")])
    return shown(s, o).finished()


@WAYS.enter
def tiny_picture() -> bytes:
    s = Sheet()
    return shown(s, image(s, pic()), rect="3 0 0 1 20 180").finished()


@WAYS.enter
def picture_low_bits() -> bytes:
    s = Sheet()
    return shown(s, image(s, pic().point(lambda v: 201 if v > 128 else 200))).finished()


@WAYS.enter
def icc_desc() -> bytes:
    p = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    b = bytearray(p)
    i = p.find(b"s\x00R\x00G\x00B")
    i = i - 1 if i > 0 else -1
    w = WORD.encode("utf-16-be")
    if i > 0:
        b[i : i + len(w)] = w
    s = Sheet()
    icc = s.stream(bytes(b), N=3)
    im = Image.new("RGB", (50, 50), "red")
    o = s.stream(
        im.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=50,
        Height=50,
        ColorSpace=Array([Name.ICCBased, icc]),
        BitsPerComponent=8,
    )
    return shown(s, o).line("Hanes").finished()


@WAYS.enter
def inline_picture_word() -> bytes:
    im = pic()
    s = Sheet()
    s.draw(b"q 150 0 0 30 20 100 cm BI /W %d /H %d /BPC 8 /CS /G ID " % im.size + im.tobytes() + b"\nEI Q")
    return s.finished()


@WAYS.enter
def drawn_as_rules() -> bytes:
    doc = pymupdf.open()
    p = doc.new_page(width=300, height=300)
    p.insert_text((20, 100), WORD, fontsize=30)
    return pymupdf.open(stream=p.get_svg_image(text_as_path=True).encode(), filetype="svg").convert_to_pdf()


@WAYS.enter
def drawn_dashes() -> bytes:
    p = pymupdf.open().new_page(width=300, height=300)
    p.insert_text((20, 100), WORD, fontsize=30)
    pm = p.get_pixmap(dpi=72, alpha=False)
    s = Sheet()
    for y in range(pm.height):
        for x in range(pm.width):
            if pm.pixel(x, y)[0] < 128:
                s.draw(f"{x} {pm.height - y} 1 1 re f")
    return s.finished()


@WAYS.enter
def picture_strips() -> bytes:
    im = pic()
    s = Sheet()
    for i in range(0, im.height, 6):
        st = im.crop((0, i, im.width, min(i + 6, im.height)))
        o = image(s, st)
        s.resource("XObject", f"S{i}", o)
        s.draw(f"q 150 0 0 {st.height / 2} 20 {200 - (i + st.height) / 2} cm /S{i} Do Q")
    return s.finished()
