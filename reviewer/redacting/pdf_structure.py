"""The structure tree of a PDF made anew for a clean copy: what each piece of its pages is, for people who listen.

Only elements come along that hold something that stands on the new pages. Of what a person may have written in them
only clean texts stay, and none of an element from which anything was taken: a description may tell what it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.redaction import LossNote, RedactionLoss
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_tag_words import TEXT_KEYS, TagWords

_DEEPEST = 60
_MOST_ELEMENTS = 400_000


@dataclass(frozen=True)
class PageMarks:
    """The marked content of a page that kept its own content.

    `numbers` lead from the old numbers to the new ones, `boxes` are (number of a box, number of the content in which
    its words stood), both old; `lost` are the old numbers of content that lost anything.
    """

    numbers: Mapping[int, int]
    boxes: Sequence[tuple[int, int]] = ()
    lost: frozenset[int] | set[int] = frozenset()


@dataclass
class _Piece:
    page: int
    number: int


@dataclass
class _Linked:
    page: int
    link: Any


@dataclass(eq=False)
class _Element:
    kind: str
    attributes: list[dict[str, dict[str, str | int]]]
    language: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    kids: list["_Element | _Piece | _Linked"] = field(default_factory=list)
    page: int | None = None
    was_empty: bool = False
    is_live: bool = False
    is_touched: bool = False


def keeps_tags(old: pikepdf.Pdf, finder: Finder) -> bool:
    """Return whether a PDF has a structure tree, and one may be written without a word that is to be removed."""
    return isinstance(old.Root.get("/StructTreeRoot"), Dictionary) and TagWords(finder).may_be_written


def rebuild_tags(
    old: pikepdf.Pdf,
    new: pikepdf.Pdf,
    finder: Finder,
    pages: Sequence[PageMarks | None],
    links: Mapping[tuple[int, int], Any],
) -> list[LossNote]:
    """Give the new PDF the structure tree of the old one as far as it is clean; return what had to stay behind.

    `pages` are the marks of each page, None for one that did not keep its own content; `links` lead from the number
    of an old link to the new one.
    """
    if "/StructTreeRoot" not in old.Root:
        return []
    whole = LossNote(RedactionLoss.TAGS)
    if not keeps_tags(old, finder):
        return [whole]
    reader = _Reader(old, TagWords(finder), pages, links)
    try:
        top = reader.read()
    except (pikepdf.PdfError, TypeError, ValueError, KeyError, AttributeError, RuntimeError, OverflowError):
        return [whole]
    if not top.is_live:
        return [whole]
    _Writer(new).write(top)
    language = reader.words.language(old.Root)
    if language:
        new.Root.Lang = String(language)
    return [LossNote(RedactionLoss.TAGS, f"page {page + 1}" if page is not None else "") for page in reader.losses]


class _Reader:
    """Reads the tree of the old PDF. `losses` are the pages (from 0) that lost tags, None for what is on no page."""

    def __init__(
        self,
        old: pikepdf.Pdf,
        words: TagWords,
        pages: Sequence[PageMarks | None],
        links: Mapping[tuple[int, int], Any],
    ) -> None:
        self.words = words
        self.losses: dict[int | None, None] = {}
        self._root = old.Root.StructTreeRoot
        self._roles = self._root.get("/RoleMap")
        self._places = {page.obj.objgen: at for at, page in enumerate(old.pages)}
        self._pages, self._links = pages, dict(links)
        self._boxes = [_boxes_of(page) for page in pages]
        self._taken: set[tuple[int, int]] = set()
        self._seen: set[tuple[int, int]] = set()

    def read(self) -> _Element:
        """Return a node that stands for the root, with the elements that stay below it."""
        top = _Element("", [])
        self._take_kids(self._root, top, 0)
        top.kids = [kid for kid in top.kids if isinstance(kid, _Element)]
        _prune(top)
        self._refuse_texts_that_join(top)
        self.losses = dict.fromkeys(sorted(self.losses, key=lambda page: -1 if page is None else page))
        return top

    def _take_kids(self, holder: Any, element: _Element, depth: int) -> None:  # noqa: ANN401 - an element
        kids = holder.get("/K")
        several = list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
        element.was_empty = not several
        if depth > _DEEPEST:
            self.losses[element.page] = None
            return
        for kid in several:
            if isinstance(kid, int) and not isinstance(kid, bool):
                self._take_content(element, element.page, kid)
            elif isinstance(kid, Dictionary):
                self._take(kid, element, depth)

    def _take(self, kid: Any, parent: _Element, depth: int) -> None:  # noqa: ANN401 - a dictionary
        page = self._places.get(kid.Pg.objgen) if isinstance(kid.get("/Pg"), Dictionary) else parent.page
        sort = str(kid.get("/Type", ""))
        if sort == "/MCR":
            number = kid.get("/MCID")
            if "/Stm" in kid or not isinstance(number, int):
                self.losses[page] = None
            else:
                self._take_content(parent, page, number)
        elif sort == "/OBJR":
            self._take_link(kid, parent, page)
        else:
            self._take_element(kid, parent, page, depth)

    def _take_element(self, old: Any, parent: _Element, page: int | None, depth: int) -> None:  # noqa: ANN401 - an element
        if old.is_indirect:
            if old.objgen in self._seen or len(self._seen) > _MOST_ELEMENTS:
                self.losses[page] = None
                return
            self._seen.add(old.objgen)
        element = _Element(self.words.type_of(old, self._roles), self.words.attributes(old), page=page)
        element.language = self.words.language(old)
        for key in TEXT_KEYS:
            value = old.get(f"/{key}")
            if value is None:
                continue
            if isinstance(value, String) and self.words.is_free(key) and self.words.is_clean(str(value)):
                element.texts[key] = str(value)
            else:
                self.losses[page] = None
        self._take_kids(old, element, depth + 1)
        if (element.is_touched or element.was_empty) and element.texts:
            element.texts = {}
            self.losses[page if page is not None else self._first_page(element)] = None
        parent.is_touched = parent.is_touched or element.is_touched
        parent.kids.append(element)

    def _first_page(self, element: _Element) -> int | None:
        for kid in element.kids:
            page = self._first_page(kid) if isinstance(kid, _Element) and kid.page is None else kid.page
            if page is not None:
                return page
        return None

    def _take_content(self, element: _Element, page: int | None, number: int) -> None:
        if page is None:
            self.losses[None] = None
            return
        marks = self._pages[page]
        if marks is None:
            self.losses[page] = None
            element.is_touched = True
            return
        element.is_touched = element.is_touched or number in marks.lost
        for old in (number, *self._boxes[page].get(number, ())):
            if old in marks.numbers and (page, old) not in self._taken:
                self._taken.add((page, old))
                element.kids.append(_Piece(page, marks.numbers[old]))

    def _take_link(self, old: Any, element: _Element, page: int | None) -> None:  # noqa: ANN401 - an object reference
        thing = old.get("/Obj")
        link = self._links.pop(thing.objgen, None) if isinstance(thing, Dictionary) else None
        if link is None or page is None:
            self.losses[page] = None
        else:
            element.kids.append(_Linked(page, link))

    def _refuse_texts_that_join(self, top: _Element) -> None:
        """Leave all texts out when those of several elements spell together what none of them does alone."""
        elements = [one for one in _all(top) if one.texts]
        texts = [text for one in elements for text in one.texts.values()]
        if not all(self.words.is_clean_run(mark.join(texts)) for mark in ("", " ")):
            self.losses |= dict.fromkeys(one.page for one in elements)
            for one in elements:
                one.texts = {}
        languages = [one.language for one in _all(top)]
        if not self.words.is_clean_run("".join(languages)):
            for one in _all(top):
                one.language = ""


def _boxes_of(page: PageMarks | None) -> dict[int, list[int]]:
    boxes: dict[int, list[int]] = {}
    for box, owner in page.boxes if page is not None else ():
        boxes.setdefault(owner, []).append(box)
    return boxes


def _prune(element: _Element) -> None:
    """Keep what holds content, and below it what always was empty, such as a cell of a table."""
    for kid in element.kids:
        if isinstance(kid, _Element):
            _prune(kid)
    element.is_live = any(kid.is_live if isinstance(kid, _Element) else True for kid in element.kids)
    stays = [not isinstance(kid, _Element) or kid.is_live or kid.was_empty for kid in element.kids]
    element.kids = [kid for kid, is_kept in zip(element.kids, stays, strict=True) if is_kept]


def _all(element: _Element) -> Iterator[_Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, _Element):
            yield from _all(kid)


class _Writer:
    """Writes a tree into the new PDF."""

    def __init__(self, new: pikepdf.Pdf) -> None:
        self._new = new
        self._content: dict[int, dict[int, Any]] = {}
        self._linked: list[tuple[Any, Any]] = []

    def write(self, top: _Element) -> None:
        """Write the tree, the numbers of its pages and links, and that the PDF is tagged."""
        root = self._new.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._kid(kid, root, None) for kid in top.kids])
        numbers: list[Any] = []
        for page, owners in sorted(self._content.items()):
            numbers += [len(numbers) // 2, self._new.make_indirect(self._owners(owners))]
            self._new.pages[page].obj.StructParents = len(numbers) // 2 - 1
        for link, owner in self._linked:
            numbers += [len(numbers) // 2, owner]
            link.StructParent = len(numbers) // 2 - 1
        root.ParentTree = self._new.make_indirect(Dictionary(Nums=Array(numbers)))
        self._new.Root.StructTreeRoot = root
        self._new.Root.MarkInfo = Dictionary(Marked=True)

    def _owners(self, owners: dict[int, Any]) -> Array:
        return Array([owners.get(number) for number in range(max(owners) + 1)])

    def _element(self, element: _Element, parent: Any) -> Any:  # noqa: ANN401 - an element or the root
        made = self._new.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        for key, text in element.texts.items():
            made[f"/{key}"] = String(text)
        if element.language:
            made.Lang = String(element.language)
        if element.attributes:
            made.A = Array([_attributes(owner, values) for one in element.attributes for owner, values in one.items()])
        own = next((kid.page for kid in element.kids if isinstance(kid, _Piece)), None)
        if own is not None:
            made.Pg = self._new.pages[own].obj
        kids = [self._kid(kid, made, own) for kid in element.kids]
        if kids:
            made.K = Array(kids)
        return made

    def _kid(self, kid: "_Element | _Piece | _Linked", parent: Any, own: int | None) -> Any:  # noqa: ANN401 - an element
        if isinstance(kid, _Element):
            return self._element(kid, parent)
        page = self._new.pages[kid.page].obj
        if isinstance(kid, _Linked):
            self._linked.append((kid.link, parent))
            return Dictionary(Type=Name.OBJR, Pg=page, Obj=kid.link)
        self._content.setdefault(kid.page, {})[kid.number] = parent
        return kid.number if kid.page == own else Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)


def _attributes(owner: str, values: dict[str, str | int]) -> Dictionary:
    made = Dictionary(O=Name(f"/{owner}"))
    for key, value in values.items():
        made[f"/{key}"] = Name(f"/{value}") if isinstance(value, str) else value
    return made
