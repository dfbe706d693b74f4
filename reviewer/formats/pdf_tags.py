"""The structure tree of a tagged PDF: what each piece of a page is, in reading order, for people who listen to it.

Pages are drawn as marked content; each piece belongs to one node of this tree or is an artifact (rules, feet).
Written as ISO 32000-1, 14.7 and 14.8, and ISO 14289-1 (PDF/UA-1) ask.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String


@dataclass(eq=False)
class Content:
    """A piece of marked content: which page (from 0) and which number on it."""

    page: int
    number: int


@dataclass(eq=False)
class Attached:
    """An annotation or link that belongs to a node; `key` is its place in the parent tree."""

    page: int
    annotation: pikepdf.Object
    key: int


@dataclass(eq=False)
class Node:
    """One element of the tree; `kind` is a standard structure type such as P, H1, TR or Link.

    `actual` is what its content says where that is drawn in another order than it is read.
    """

    kind: str
    title: str = ""
    alternative: str = ""
    scope: str = ""
    language: str = ""
    actual: str = ""
    children: list["Node | Content | Attached"] = field(default_factory=list)


class StructureTree:
    """Built while pages are drawn, in reading order."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._open: list[Node] = [self.root]
        self._on_page: dict[int, list[Node]] = {}
        self._attached: list[Node] = []
        self._pages = 0

    @property
    def current(self) -> Node:
        """Return the node that is open now."""
        return self._open[-1]

    @contextmanager
    def node(
        self, kind: str, *, title: str = "", alternative: str = "", scope: str = "", actual: str = ""
    ) -> Iterator[Node]:
        """Open a node inside the current one for as long as the context lasts."""
        made = Node(kind, title=title, alternative=alternative, scope=scope, actual=actual)
        with self.inside(made, parent=self.current):
            yield made

    @contextmanager
    def inside(self, node: Node, parent: Node | None = None) -> Iterator[Node]:
        """Go on with a node; `parent` takes it as a new child."""
        if parent is not None:
            parent.children.append(node)
        self._open.append(node)
        try:
            yield node
        finally:
            self._open.pop()

    def content(self, page: int) -> int:
        """Give the current node a new piece of content on a page (from 0); return the piece's number there."""
        nodes = self._on_page.setdefault(page, [])
        self.current.children.append(Content(page, len(nodes)))
        nodes.append(self.current)
        return len(nodes) - 1

    def reserve_key(self, node: Node) -> int:
        """Give an annotation of a node its key in the parent tree, before the number of pages is known."""
        self._attached.append(node)
        return len(self._attached) - 1

    def write(self, pdf: pikepdf.Pdf, pages: list[pikepdf.Object]) -> None:
        """Write the tree into the PDF and the keys into its pages; annotations already carry theirs.

        Annotation keys come first in the parent tree, page keys after them.
        """
        self._drop_empty(self.root)
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        written: dict[int, pikepdf.Object] = {}
        root.K = self._write_node(pdf, self.root, root, pages, written)
        nothing = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, P=root))
        numbers: list[pikepdf.Object | int] = []
        for key, node in enumerate(self._attached):
            numbers += [key, written.get(id(node), nothing)]
        first_page_key = len(self._attached)
        for place, page in enumerate(pages):
            parents = [written.get(id(node), nothing) for node in self._on_page.get(place, [])]
            page.StructParents = first_page_key + place
            numbers += [first_page_key + place, pdf.make_indirect(Array(parents))]
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = first_page_key + len(pages)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _drop_empty(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node):
                self._drop_empty(child)
        needed = {"TD", "TH", "TR"}
        node.children = [
            child for child in node.children if not isinstance(child, Node) or child.children or child.kind in needed
        ]

    def _write_node(
        self,
        pdf: pikepdf.Pdf,
        node: Node,
        parent: pikepdf.Object,
        pages: list[pikepdf.Object],
        written: dict[int, pikepdf.Object],
    ) -> pikepdf.Object:
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.kind), P=parent))
        written[id(node)] = element
        if node.title:
            element.T = String(node.title)
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.actual:
            element.ActualText = String(node.actual)
        if node.language:
            element.Lang = String(node.language)
        if node.scope:
            element.A = Dictionary(O=Name.Table, Scope=Name("/" + node.scope))
        kids: list[pikepdf.Object] = []
        for child in node.children:
            if isinstance(child, Node):
                kids.append(self._write_node(pdf, child, element, pages, written))
            elif isinstance(child, Content):
                kids.append(Dictionary(Type=Name.MCR, Pg=pages[child.page], MCID=child.number))
            else:
                kids.append(Dictionary(Type=Name.OBJR, Pg=pages[child.page], Obj=child.annotation))
        if kids:
            element.K = Array(kids)
        return element
