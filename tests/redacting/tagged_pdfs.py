"""A tagged PDF of two pages, put together so that a word can be put into any place of its structure tree."""

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Shape = tuple[Any, ...]
_LINES = (
    ("H1", "Harbour news"),
    ("P", "The ferry leaves at nine."),
    ("P", ""),
    ("LBody", "Ropes and lamps"),
    ("LBody", "Two new buoys"),
    ("TH", "Month"),
    ("TH", "Boats"),
    ("TD", "May"),
    ("TD", "Forty"),
    ("P", "Read on at the harbour."),
)
_MORE = (("H2", "Second page"), ("P", "Nothing else has changed."))


class Tagged:
    """Page 1: a heading, two paragraphs, a list, a table, a link, a figure. Page 2: a heading and a paragraph."""

    def __init__(self, said: str = "Then Mr Hanes left the quay.") -> None:
        self.pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        self.pages: list[Any] = []
        self.owners: list[list[Any]] = []
        self.root = self.add(Type=Name.StructTreeRoot, RoleMap=Dictionary(Story=Name.P))
        self._page([(tag, text or said) for tag, text in _LINES])
        self._page(_MORE)
        self.document = self.element("Document", self.root, page=None)
        self.root.K = self.document
        self._first_page()
        self._second_page()

    def add(self, **entries: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**entries))

    def element(self, kind: str, parent: Any, *kids: Any, page: int | None = 0, **entries: Any) -> Any:
        """Add an element to its parent; a number among `kids` is that of marked content."""
        made = self.add(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array([]), **entries)
        if page is not None:
            made.Pg = self.pages[page]
        for kid in kids:
            made.K.append(kid)
            if isinstance(kid, int) and page is not None:
                self.owners[page].append(made)
        if parent.objgen != self.root.objgen:
            parent.K.append(made)
        return made

    def draw(self, page: int, content: str) -> "Tagged":
        """Add content to the end of a page."""
        old = self.pages[page].Contents.read_bytes()
        self.pages[page].Contents = self.pdf.make_stream(old + b"\n" + content.encode("latin-1"))
        return self

    def finished(self) -> bytes:
        numbers: list[Any] = []
        for at, owners in enumerate(self.owners):
            self.pages[at].StructParents = at
            numbers += [at, self.pdf.make_indirect(Array(owners))]
        self.root.ParentTree = self.add(Nums=Array(numbers))
        self.pdf.Root.StructTreeRoot = self.root
        if "/MarkInfo" not in self.pdf.Root:
            self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        buffer = io.BytesIO()
        self.pdf.save(buffer, fix_metadata_version=False)
        return buffer.getvalue()

    def _page(self, lines: Sequence[tuple[str, str]]) -> int:
        self.pdf.add_blank_page(page_size=(300, 300))
        page = self.pdf.pages[-1].obj
        parts = [
            f"/{tag} <</MCID {number}>> BDC BT /F1 12 Tf 20 {270 - 20 * number} Td ({text}) Tj ET EMC"
            for number, (tag, text) in enumerate(lines)
        ]
        parts.append(f"/Figure <</MCID {len(lines)} /Lang (en-GB)>> BDC 200 100 40 40 re f EMC")
        parts.append("/Artifact <</Type /Pagination>> BDC BT /F1 8 Tf 20 20 Td (foot) Tj ET EMC")
        page.Resources = Dictionary(Font=Dictionary(F1=self.font))
        page.Contents = self.pdf.make_stream("\n".join(parts).encode())
        self.pages.append(page)
        self.owners.append([])
        return len(self.pages) - 1

    def _first_page(self) -> None:
        self.element("H1", self.document, 0, T=String("News"))
        self.plain = self.element("Story", self.document, 1, Lang=String("en-GB"))
        self.marked = self.element("P", self.document, 2, A=Dictionary(O=Name.Layout, Placement=Name.Block))
        items = self.element("L", self.document, A=Dictionary(O=Name.List, ListNumbering=Name.Disc))
        for number in (3, 4):
            self.element("LBody", self.element("LI", items), number)
        table = self.element("Table", self.document)
        for pair, kind in (((5, 6), "TH"), ((7, 8), "TD")):
            row = self.element("TR", table)
            for number in pair:
                own = (
                    Dictionary(O=Name.Table, Scope=Name.Column) if kind == "TH" else Dictionary(O=Name.Table, RowSpan=1)
                )
                self.element(kind, row, number, A=Array([own, 0]))
        link = self.add(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 86, 150, 102]), StructParent=7)
        link.A = Dictionary(S=Name.URI, URI=String("https://harbour.example/"))
        self.pages[0].Annots = Array([link])
        self.element("Link", self.document, 9, Dictionary(Type=Name.OBJR, Obj=link))
        self.figure = self.element("Figure", self.document, 10, Alt=String("A black square."))

    def _second_page(self) -> None:
        section = self.element("Sect", self.document, page=1)
        self.element("H2", section, 0, page=1)
        self.element("P", section, 1, page=1)
        self.second_figure = self.element("Figure", section, 2, page=1, Alt=String("Another square."))


def shapes(content: bytes) -> list[Shape]:
    """Return the elements of a PDF: type (through the role map), texts, attributes, and kids or the letters they are."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        letters = {page.obj.objgen: _letters(page) for page in pdf.pages}
        return [_shape(one, root.get("/RoleMap", {}), letters) for one in _several(root.get("/K"))]


def flat(found: list[Shape]) -> list[Shape]:
    """Return all elements, each without those below it but with their letters."""
    return [one for shape in found for one in (shape, *flat([kid for kid in shape[-1] if isinstance(kid, tuple)]))]


def _shape(element: Any, roles: Any, letters: dict[Any, dict[int, str]], page: Any = None) -> Shape:
    kind = str(element.S)
    page = element.get("/Pg", page)
    texts = tuple((key, str(element[key])) for key in ("/Alt", "/ActualText", "/E", "/T", "/Lang") if key in element)
    kids: list[Any] = []
    for kid in _several(element.get("/K")):
        if isinstance(kid, int):
            kids.append(letters[page.objgen].get(kid, ""))
        elif "/MCID" in kid:
            kids.append(letters[kid.Pg.objgen].get(int(kid.MCID), ""))
        elif "/Obj" in kid:
            kids.append(str(kid.Obj.A.URI))
        else:
            kids.append(_shape(kid, roles, letters, page))
    return str(roles.get(kind, kind)), texts, _attributes(element), tuple(kids)


def _attributes(element: Any) -> tuple[str, ...]:
    found = [one for one in _several(element.get("/A")) if isinstance(one, Dictionary)]
    return tuple(sorted(f"{key} {value}" for one in found for key, value in one.items()))


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Array) else [] if value is None else [value]


def _letters(page: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    stack: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            listed = operands[1] if len(operands) > 1 else {}
            stack.append(int(listed["/MCID"]) if "/MCID" in listed else None)
        elif str(operator) == "EMC":
            stack.pop()
        elif str(operator) in ("Tj", "TJ") and stack and stack[-1] is not None:
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            text = "".join(str(part) for part in parts if isinstance(part, String))
            found[stack[-1]] = found.get(stack[-1], "") + text
    return found
