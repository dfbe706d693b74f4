"""Varied pages on which one or two lines are marked: what a redaction must leave alone is all the rest of them."""

import io
from collections.abc import Callable

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

from tests.documents.pdf_builder import wrapped
from tests.redacting.fidelity_extras import EXTRA_PAGES
from tests.redacting.pdf_sheet import Sheet

TERM = "Hanes"
TEXT = (
    "The ferry from Sallowmere left eleven minutes late on Monday, and the harbour office could not say why. Two "
    "passengers wrote to the paper. Mr Hanes had waited on the quay since six with his dog and a suitcase. The master "
    "of the boat said that the tide had been low and that nobody had told him of a change. Later that week the office "
    "put up a notice, printed on green paper, with the old times on it."
)
Build = Callable[[], bytes]


def _saved(document: pymupdf.Document, **more: bool) -> bytes:
    return bytes(document.tobytes(deflate=True, **more))


def _lines(font: str, size: float = 11, width: float = 420) -> Build:
    def build() -> bytes:
        document = pymupdf.open()
        page = document.new_page()
        for number, line in enumerate(wrapped(TEXT, width, size)):
            page.insert_text((72, 100 + number * 1.4 * size), line, fontsize=size, fontname=font)
        return _saved(document)

    return build


def _html(body: str, css: str = "", rotate: int = 0, subset: bool = True, width: float = 450) -> Build:
    def build() -> bytes:
        document = pymupdf.open()
        page = document.new_page()
        page.insert_htmlbox(pymupdf.Rect(60, 60, 60 + width, 760), body, css=css)
        if subset:
            document.subset_fonts()
        page.set_rotation(rotate)
        return _saved(document)

    return build


def _embedded(name: str, subset: bool = False) -> Build:
    def build() -> bytes:
        from reviewer.assets import resource

        document = pymupdf.open()
        page = document.new_page()
        font = pymupdf.Font(fontfile=str(resource(f"fonts/{name}")))
        writer = pymupdf.TextWriter(page.rect)
        for number, line in enumerate(wrapped(TEXT, 340)):
            writer.append((72, 100 + number * 15.4), line, font=font, fontsize=11)
        writer.write_text(page)
        if subset:
            document.subset_fonts()
        return _saved(document)

    return build


def _turned(angle: int, source: Build) -> Build:
    def build() -> bytes:
        with pikepdf.open(io.BytesIO(source())) as pdf:
            pdf.pages[0].obj.Rotate = angle
            return _bytes(pdf)

    return build


def _cropped(source: Build, angle: int = 0) -> Build:
    def build() -> bytes:
        with pikepdf.open(io.BytesIO(source())) as pdf:
            page = pdf.pages[0].obj
            page.CropBox = Array([50, 400, 560, 800])
            page.Rotate = angle
            return _bytes(pdf)

    return build


def _user_unit() -> bytes:
    with pikepdf.open(io.BytesIO(_lines("tiro")())) as pdf:
        pdf.pages[0].obj.UserUnit = 1.5
        return _bytes(pdf)


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _columns() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for column, x in enumerate((60, 230, 400)):
        for number, line in enumerate(wrapped(TEXT if column == 1 else TEXT.replace("Hanes", "Osk"), 150, 9)):
            page.insert_text((x, 80 + number * 12), line, fontsize=9, fontname="tiro")
    return _saved(document)


def _table() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    rows = [("Name", "Town", "Paid"), ("Hanes", "Sallowmere", "1,200"), ("Osk", "Dunwick", "75"), ("Vell", "Orby", "9")]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            box = pymupdf.Rect(72 + 140 * column, 100 + 22 * row, 212 + 140 * column, 122 + 22 * row)
            page.draw_rect(box, color=(0, 0, 0), fill=(0.9, 0.95, 1) if row % 2 else None, width=0.6)
            page.insert_text((box.x0 + 6, box.y1 - 6), cell, fontsize=11)
    return _saved(document)


def _table_in_one_operator() -> bytes:
    sheet = Sheet(500, 400)
    for row, (name, town) in enumerate((("Hanes", "Sallowmere"), ("Oskley", "Dunwick"), ("Vell", "Orby"))):
        sheet.draw(f"BT /F1 11 Tf 1 0 0 1 40 {300 - 20 * row} Tm [({name}) -9000 ({town}) -7000 (75)] TJ ET")
    return sheet.finished()


def _justified() -> bytes:
    sheet = Sheet(500, 500)
    lines = wrapped(TEXT, 380)
    sheet.draw("BT /F1 11 Tf 15 TL 50 450 Td")
    for line in lines:
        slack = 400 - pymupdf.get_text_length(line, "helv", 11)
        spacing = slack / max(1, line.count(" ")) if line is not lines[-1] else 0
        sheet.draw(f"{spacing:.4f} Tw ({line}) Tj T*")
    return sheet.draw("ET").finished()


def _justified_by_kerning() -> bytes:
    sheet = Sheet(500, 500)
    for number, line in enumerate(wrapped(TEXT, 380)):
        slack = 400 - pymupdf.get_text_length(line, "helv", 11)
        gap = -slack / max(1, line.count(" ")) / 11 * 1000
        shown = f" {gap:.2f} ".join(f"({word} )" for word in line.split())
        sheet.draw(f"BT /F1 11 Tf 50 {450 - 15 * number} Td [{shown}] TJ ET")
    return sheet.finished()


def _word_by_word() -> bytes:
    sheet = Sheet(500, 500)
    sheet.draw("BT /F1 11 Tf 50 450 Td")
    for line in wrapped(TEXT, 380):
        back = 0.0
        for word in line.split():
            step = round(pymupdf.get_text_length(word + " ", "helv", 11), 3)
            sheet.draw(f"({word}) Tj {step} 0 Td")
            back += step
        sheet.draw(f"{-back:.3f} -15 Td")
    return sheet.draw("ET").finished()


def _footnotes() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(wrapped(TEXT, 420)):
        page.insert_text((72, 100 + number * 15), line, fontsize=11, fontname="tiro")
    page.insert_text((300, 96), "1", fontsize=7, fontname="tiro")
    page.draw_line((72, 700), (200, 700), width=0.5)
    page.insert_text((72, 712), "1 Letter of Mr Hanes to the office, Monday.", fontsize=8, fontname="tiro")
    page.insert_text((72, 724), "2 Notice of the harbour office, green paper.", fontsize=8, fontname="tiro")
    return _saved(document)


def _underlined_link() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(wrapped(TEXT, 420)):
        y = 100 + number * 15
        page.insert_text((72, y), line, fontsize=11)
        start = 72 + pymupdf.get_text_length(line[:8], fontsize=11)
        end = start + pymupdf.get_text_length(line[8:20], fontsize=11)
        page.draw_line((start, y + 1.5), (end, y + 1.5), color=(0, 0, 1), width=0.5)
        rect = pymupdf.Rect(start, y - 9, end, y + 3)
        page.insert_link({"kind": pymupdf.LINK_URI, "from": rect, "uri": f"https://harbour.example/{number}"})
    return _saved(document)


def _highlights() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(wrapped(TEXT, 420)):
        page.insert_text((72, 100 + number * 18), line, fontsize=11)
    for words in ("harbour office", "dog and a suitcase", "green paper"):
        page.add_highlight_annot(page.search_for(words))
    return _saved(document)


def _with_outline_and_tags() -> bytes:
    with pikepdf.open(io.BytesIO(_lines("helv")())) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Ferry", 0))
        page = pdf.pages[0].obj
        pdf.pages[0].contents_coalesce()
        old = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC\n" + old + b"\nEMC")
        page.StructParents = 0
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        leaf = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=page, K=0))
        root.K = Array([leaf])
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("en")
        return _bytes(pdf)


def _nested_forms() -> bytes:
    sheet = Sheet(500, 400)
    inner = sheet.form(
        "BT /F1 11 Tf 14 TL 30 200 Td (Mr Hanes waited on the quay) Tj T* (and nobody told him why.) Tj ET"
    )
    middle = sheet.form(
        "q 0.9 0 0 0.9 10 10 cm /In Do Q BT /F1 11 Tf 30 100 Td (The middle form has its own line.) Tj ET",
        Resources=Dictionary(Font=Dictionary(F1=sheet.font), XObject=Dictionary(In=inner)),
    )
    sheet.resource("XObject", "Mid", middle)
    return sheet.draw("q 1 0 0 1 40 20 cm /Mid Do Q").finished()


def _mixed_sizes() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 90), "A day at Sallowmere", fontsize=28, fontname="hebo")
    page.insert_text((72, 120), "On Mr Hanes and his dog", fontsize=16, fontname="tiit", color=(0.6, 0, 0))
    for number, line in enumerate(wrapped(TEXT.replace("Hanes", "Osk"), 420, 10)):
        page.insert_text((72, 150 + number * 13), line, fontsize=10, fontname="helv", color=(0.2, 0.2, 0.2))
    return _saved(document)


def _turned_text() -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(wrapped(TEXT, 420)):
        page.insert_text((100 + number * 15, 600), line, fontsize=11, rotate=90)
    return _saved(document)


_ARABIC = "<p>غادرت العبارة متأخرة يوم الاثنين.</p><p>Mr Hanes waited.</p><p>لم يقل أحد لماذا.</p>"
_HEBREW = "<p>המעבורת יצאה באיחור ביום שני.</p><p>Mr Hanes waited.</p><p>איש לא אמר מדוע.</p>"
_CJK = "<p>渡輪星期一晚開了十一分鐘。</p><p>Mr Hanes waited.</p><p>フェリーは遅れた。</p><p>배가 늦었다.</p>"
_TABLE = (
    "<h2>Dues</h2><table><tr><th>Name</th><th>Town</th></tr><tr><td>Hanes</td><td>Orby</td></tr>"
    "<tr><td>Osk</td><td>Dunwick</td></tr></table>" + f"<p>{TEXT.replace('Hanes', 'Vell')}</p>"
)

PAGES: dict[str, Build] = {
    "standard sans": _lines("helv"),
    "standard serif": _lines("tiro"),
    "standard mono": _lines("cour", 10, 330),
    "standard bold, small": _lines("hebo", 7),
    "embedded serif, whole": _embedded("CharisSIL-Regular.ttf"),
    "embedded serif, subset": _embedded("CharisSIL-Regular.ttf", subset=True),
    "embedded sans, subset": _embedded("NotoSans-Regular.ttf", subset=True),
    "embedded mono, subset": _embedded("NotoSansMono-Regular.ttf", subset=True),
    "typeset by Story, CID": _html(f"<p>{TEXT}</p>"),
    "typeset, justified": _html(f"<p>{TEXT}</p>", "p {text-align: justify; font-size: 12px}"),
    "typeset, list and heads": _html(f"<h1>Ferry</h1><ul><li>One</li><li>Mr Hanes, two</li></ul><p>{TEXT}</p>"),
    "typeset table": _html(_TABLE),
    "three columns": _columns,
    "ruled table": _table,
    "table row in one operator": _table_in_one_operator,
    "justified by word spacing": _justified,
    "justified by kerning": _justified_by_kerning,
    "every word placed": _word_by_word,
    "footnotes": _footnotes,
    "underlined links": _underlined_link,
    "highlights": _highlights,
    "tags and outline": _with_outline_and_tags,
    "forms in forms": _nested_forms,
    "sizes and colours": _mixed_sizes,
    "text running upwards": _turned_text,
    "turned 90": _turned(90, _lines("tiro")),
    "turned 180": _turned(180, _embedded("NotoSans-Regular.ttf")),
    "turned 270": _turned(270, _justified),
    "cropped": _cropped(_lines("helv")),
    "cropped and turned": _cropped(_underlined_link, 90),
    "user unit": _user_unit,
    "Arabic beside": _html(_ARABIC),
    "Hebrew beside": _html(_HEBREW),
    "Chinese, Japanese, Korean beside": _html(_CJK),
    **EXTRA_PAGES,
}
"""Name to builder. The word marked is TERM; it stands on one or two lines."""
