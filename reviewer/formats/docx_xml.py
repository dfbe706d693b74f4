"""WordprocessingML as text: names, escaping, paragraphs, runs and tables (ECMA-376, part 1, 17)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TWIPS = 20


def escaped(text: str) -> str:
    """Return text as XML content, without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return text as the value of an attribute."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


@dataclass(frozen=True)
class TextRun:
    """Text in one manner. `underline` is a value of w:u; `shade` a fill; `size` in points; `link` a bookmark.

    `change` is "ins" or "del" for a tracked change by `changed_by` (an author and a date as Word writes it).
    """

    text: str
    bold: bool = False
    colour: str = ""
    font: str = ""
    size: float = 0.0
    underline: str = ""
    underline_colour: str = ""
    shade: str = ""
    link: str = ""
    change: str = ""
    changed_by: tuple[str, str] = ("", "")
    change_id: int = 0


@dataclass(frozen=True)
class CommentStart:
    """Where a comment's words start."""

    number: int


@dataclass(frozen=True)
class CommentEnd:
    """Where a comment's words end."""

    number: int


@dataclass(frozen=True)
class Picture:
    """A picture of the file in a line of text; sizes in points."""

    relation: str
    number: int
    width: float
    height: float
    description: str


@dataclass(frozen=True)
class PageField:
    """The page number, or with `total` the number of pages."""

    total: bool = False


Inline = TextRun | CommentStart | CommentEnd | Picture | PageField


def paragraph(
    content: Sequence[Inline] | str,
    style: str = "",
    *,
    bookmarks: Sequence[tuple[int, str]] = (),
    keep_next: bool = False,
    exact_line: float = 0.0,
    page_break: bool = False,
) -> str:
    """Return a paragraph; `exact_line` in points fixes the line distance."""
    inlines = [TextRun(content)] if isinstance(content, str) else content
    properties = [f'<w:pStyle w:val="{style}"/>' if style else ""]
    properties.append("<w:keepNext/>" if keep_next else "")
    properties.append("<w:pageBreakBefore/>" if page_break else "")
    if _is_right_to_left(inlines):
        properties.append("<w:bidi/>")
    if exact_line:
        properties.append(f'<w:spacing w:line="{round(exact_line * TWIPS)}" w:lineRule="exact"/>')
    opened = "".join(f'<w:bookmarkStart w:id="{number}" w:name="{attribute(name)}"/>' for number, name in bookmarks)
    closed = "".join(f'<w:bookmarkEnd w:id="{number}"/>' for number, _ in bookmarks)
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{opened}{''.join(map(inline, inlines))}{closed}</w:p>"


def inline(item: Inline) -> str:
    """Return one piece of a paragraph."""
    if isinstance(item, TextRun):
        return _text_run(item)
    if isinstance(item, CommentStart):
        return f'<w:commentRangeStart w:id="{item.number}"/>'
    if isinstance(item, CommentEnd):
        return (
            f'<w:commentRangeEnd w:id="{item.number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{item.number}"/></w:r>'
        )
    if isinstance(item, PageField):
        return f'<w:fldSimple w:instr="{"NUMPAGES" if item.total else "PAGE"}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return _picture(item)


def table(widths: Sequence[float], rows: Sequence[str], *, style: str = "PacketTable") -> str:
    """Return a table; `widths` in points, `rows` made by `row`."""
    grid = "".join(f'<w:gridCol w:w="{round(width * TWIPS)}"/>' for width in widths)
    total = round(sum(widths) * TWIPS)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(
    cells: Sequence[str], widths: Sequence[float], *, is_head: bool = False, may_split: bool = False, shade: str = ""
) -> str:
    """Return a row of cells, each the paragraphs it holds; a head row comes back on every page."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * TWIPS)}" w:type="dxa"/>{fill}</w:tcPr>{cell or "<w:p/>"}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    properties = ("" if may_split else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_head else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def _text_run(run: TextRun) -> str:
    parts = run.text.split("\n")
    tag = "w:delText" if run.change == "del" else "w:t"
    content = "<w:br/>".join(
        "<w:tab/>".join(
            f'<{tag} xml:space="preserve">{escaped(piece)}</{tag}>' if piece else "" for piece in part.split("\t")
        )
        for part in parts
    )
    made = f"<w:r>{_run_properties(run)}{content}</w:r>"
    if run.link:
        made = f'<w:hyperlink w:anchor="{attribute(run.link)}" w:history="1">{made}</w:hyperlink>'
    if run.change:
        author, date = run.changed_by
        opened = f'<w:{run.change} w:id="{run.change_id}" w:author="{attribute(author)}" w:date="{date}">'
        made = f"{opened}{made}</w:{run.change}>"
    return made


def _run_properties(run: TextRun) -> str:
    made = []
    if run.link:
        made.append('<w:rStyle w:val="PacketLink"/>')
    if run.font:
        font = attribute(run.font)
        made.append(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    if run.bold:
        made.append("<w:b/><w:bCs/>")
    if run.colour:
        made.append(f'<w:color w:val="{run.colour}"/>')
    if run.size:
        half_points = round(run.size * 2)
        made.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if run.underline:
        made.append(f'<w:u w:val="{run.underline}" w:color="{run.underline_colour or "auto"}"/>')
    if run.shade:
        made.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{run.shade}"/>')
    if _RIGHT_TO_LEFT.search(run.text):
        made.append("<w:rtl/>")
    return f"<w:rPr>{''.join(made)}</w:rPr>" if made else ""


def _is_right_to_left(inlines: Sequence[Inline]) -> bool:
    for item in inlines:
        if isinstance(item, TextRun):
            for character in item.text:
                if _RIGHT_TO_LEFT.match(character):
                    return True
                if character.isalpha():
                    return False
    return False


def _picture(picture: Picture) -> str:
    wide, high = round(picture.width * 12700), round(picture.height * 12700)
    described = attribute(picture.description)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{picture.number}" name="Picture {picture.number}" '
        f'descr="{described}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{picture.number}" name="Picture {picture.number}" descr="{described}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture.relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="111111"/>'
        "</a:solidFill></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
