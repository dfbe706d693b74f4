"""Checks of PDF/UA-1 (ISO 14289-1) that a machine can decide, by the numbers of the Matterhorn Protocol 1.1.

Written against the file alone, with nothing of the writer's. What is checked: 01-003 01-004 01-005 (content is marked
once, as tagged or as artifact), 02-001 (standard structure types), 06-001 06-002 06-003 (metadata, identifier, title),
07-001 07-002 (the title is shown), 09-004 to 09-008 (tables, lists), 10-001 (text maps to Unicode), 11-006 (language),
13-004 (figures have words), 14-002 14-003 (headings), 15-003 (header cells have a scope), 20-001 (layers have names),
21-001 (attachments), 25-001 26-001 (no XFA, no encryption), 28-002 28-004 28-008 28-011 28-012 (annotations, tab order,
links), 30-001 (no reference objects), 31-009 31-018 (fonts), and that structure and parent tree say the same.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf

GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
BLOCK = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"}
TABLE = {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
INLINE = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"}
ALLOWED_IN = {"TR": {"TH", "TD"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "L": {"LI", "L", "Caption"}}
PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}}
PAINTING = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "BI"}
HIDDEN = 2


@dataclass
class _Element:
    obj: pikepdf.Object
    kind: str
    parent: "_Element | None"
    contents: set[tuple[int, int]] = field(default_factory=set)
    objects: list[tuple[int, int]] = field(default_factory=list)
    children: list["_Element"] = field(default_factory=list)


def failures(content: bytes) -> list[str]:
    """Return a line for each check that fails, beginning with its number; empty when all hold."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if pdf.Root.get("/StructTreeRoot") is None or not pdf.Root.get("/MarkInfo", {}).get("/Marked"):
            return ["01-000 the file is not tagged"]
        elements = list(_walk(pdf))
        checks = (_document, _attachments, _structure, _headings, _fonts)
        found = [line for check in checks for line in check(pdf, elements)]
        return [*found, *_pages(pdf, elements)]


def _walk(pdf: pikepdf.Pdf) -> Iterator[_Element]:
    root = pdf.Root.StructTreeRoot
    todo = [(kid, None) for kid in reversed(_kids(root))]
    while todo:
        obj, parent = todo.pop()
        element = _Element(obj, str(obj.S)[1:], parent)
        if parent is not None:
            parent.children.append(element)
        kids = _kids(obj)
        for kid in kids:
            if isinstance(kid, int):
                element.contents.add((obj.Pg.objgen[0], kid))
            elif kid.get("/Type") == "/MCR":
                element.contents.add((kid.get("/Pg", obj.get("/Pg")).objgen[0], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.objects.append(kid.Obj.objgen)
        todo += [(kid, element) for kid in reversed(kids) if not isinstance(kid, int) and "/S" in kid]
        yield element


def _kids(obj: pikepdf.Object) -> list:
    kids = obj.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _document(pdf: pikepdf.Pdf, elements: list[_Element]) -> Iterator[str]:
    root = pdf.Root
    metadata = bytes(root.Metadata.read_bytes()).decode() if "/Metadata" in root else ""
    if not metadata:
        yield "06-001 no metadata stream"
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", metadata):
        yield "06-002 no PDF/UA identifier"
    if not re.search(r"<dc:title>.*?>[^<]+<", metadata, re.DOTALL):
        yield "06-003 no title in the metadata"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "07-001 the title is not shown"
    if not str(root.get("/Lang", "")):
        yield "11-006 no language"
    if "/AcroForm" in root and "/XFA" in root.AcroForm:
        yield "25-001 an XFA form"
    if pdf.is_encrypted:
        yield "26-001 encrypted"
    for group in root.get("/OCProperties", {}).get("/OCGs", []):
        if not str(group.get("/Name", "")):
            yield "20-001 a layer without a name"
    if not elements:
        yield "01-005 an empty structure tree"


def _attachments(pdf: pikepdf.Pdf, _: list[_Element]) -> Iterator[str]:
    names = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    for specification in list(names)[1::2]:
        if "/F" not in specification or "/UF" not in specification:
            yield "21-001 an attachment without F and UF"


def _structure(_: pikepdf.Pdf, elements: list[_Element]) -> Iterator[str]:
    for element in elements:
        kind, parent = element.kind, element.parent.kind if element.parent else ""
        if kind not in GROUPING | BLOCK | TABLE | INLINE:
            yield f"02-001 {kind} is no standard type"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"09-004 {kind} in {parent or 'nothing'}"
        for child in element.children:
            if kind in ALLOWED_IN and child.kind not in ALLOWED_IN[kind]:
                yield f"09-006 {child.kind} in {kind}"
        if kind in ("Figure", "Formula") and not str(element.obj.get("/Alt", element.obj.get("/ActualText", ""))):
            yield f"13-004 {kind} without words"
        if kind == "TH" and "/Scope" not in element.obj.get("/A", {}):
            yield "15-003 a header cell without scope"
        if kind == "Table":
            widths = {len(row.children) for row in element.children if row.kind == "TR" and not _spans(row)}
            if len(widths) > 1:
                yield f"15-000 a table with rows of {sorted(widths)} cells"


def _spans(row: _Element) -> bool:
    return any("/ColSpan" in cell.obj.get("/A", {}) for cell in row.children)


def _headings(_: pikepdf.Pdf, elements: list[_Element]) -> Iterator[str]:
    levels = [int(element.kind[1]) for element in elements if re.fullmatch(r"H[1-6]", element.kind)]
    if levels and levels[0] != 1:
        yield f"14-002 the first heading is H{levels[0]}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"14-003 H{after} after H{before}"


def _fonts(pdf: pikepdf.Pdf, _: list[_Element]) -> Iterator[str]:
    for font in _all_fonts(pdf):
        name = str(font.get("/BaseFont", "/?"))
        inner = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
        description = inner.get("/FontDescriptor", {})
        if font.get("/Subtype") != "/Type3" and not any(
            key in description for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            yield f"31-009 {name} is not embedded"
        if font.get("/Subtype") == "/Type0":
            if "/ToUnicode" not in font:
                yield f"10-001 {name} does not map to Unicode"
            if inner.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
                yield f"31-018 {name} has no map from codes to glyphs"


def _all_fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found = {}
    for page in pdf.pages:
        for font in page.obj.get("/Resources", {}).get("/Font", {}).values():
            found[font.objgen] = font
    return list(found.values())


def _pages(pdf: pikepdf.Pdf, elements: list[_Element]) -> Iterator[str]:
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    owners = {place: element for element in elements for place in element.contents}
    holders = {objgen: element for element in elements for objgen in element.objects}
    for number, page in enumerate(pdf.pages, 1):
        where = f"on page {number}"
        used: set[int] = set()
        yield from (f"{line} {where}" for line in _content(page, used))
        parents = list(tree[int(page.obj.StructParents)]) if "/StructParents" in page.obj else []
        for mcid in sorted(used):
            owner = owners.get((page.obj.objgen[0], mcid))
            if owner is None or mcid >= len(parents) or parents[mcid].objgen != owner.obj.objgen:
                yield f"01-005 content {mcid} belongs to no element {where}"
        annotations = list(page.obj.get("/Annots", []))
        if annotations and page.obj.get("/Tabs") != "/S":
            yield f"28-008 no tab order by structure {where}"
        for annotation in annotations:
            yield from (f"{line} {where}" for line in _annotation(annotation, holders, tree))


def _annotation(annotation: pikepdf.Object, holders: dict, tree: pikepdf.NumberTree) -> Iterator[str]:
    if int(annotation.get("/F", 0)) & HIDDEN:
        return
    kind = str(annotation.Subtype)[1:]
    holder = holders.get(annotation.objgen)
    wanted = "Link" if kind == "Link" else "Annot"
    if holder is None or holder.kind != wanted:
        yield f"{'28-011' if kind == 'Link' else '28-002'} a {kind} in {holder.kind if holder else 'no'} tag"
        return
    if "/StructParent" not in annotation or tree[int(annotation.StructParent)].objgen != holder.obj.objgen:
        yield f"28-002 a {kind} that the parent tree puts elsewhere"
    if not str(annotation.get("/Contents", "")) and not str(holder.obj.get("/Alt", "")):
        yield f"{'28-012' if kind == 'Link' else '28-004'} a {kind} without words"


def _content(page: pikepdf.Page, used: set[int]) -> Iterator[str]:
    """Yield what is wrong with the marks in a page's content; `used` collects the numbers of tagged content."""
    stack: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            tag = str(operands[0])
            number = operands[1].get("/MCID") if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else None
            kind = "artifact" if tag == "/Artifact" else "tagged" if number is not None else "plain"
            if kind == "artifact" and "tagged" in stack:
                yield "01-003 an artifact inside tagged content"
            if kind == "tagged" and "artifact" in stack:
                yield "01-004 tagged content inside an artifact"
            if number is not None:
                used.add(int(number))
            stack.append(kind)
        elif name == "EMC":
            stack.pop()
        elif name in PAINTING and not {"artifact", "tagged"} & set(stack):
            yield f"01-005 {name} is neither tagged nor an artifact"
    if stack:
        yield "01-005 marked content that does not end"
