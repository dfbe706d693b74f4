"""What stands round the pages of a PDF and may come along when no marked word is in it: properties, outline, links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from reviewer.formats.pdf_matrix import applied
from reviewer.formats.pdf_page_place import page_matrix
from reviewer.model.geometry import Box
from reviewer.model.redaction import LossNote, RedactionLoss
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_survey import kept_info

_DEEPEST = 32
_MOST_ENTRIES = 20_000


def rebuild_around(
    old: pikepdf.Pdf,
    new: pikepdf.Pdf,
    finder: Finder,
    turned: set[int],
    touched: Mapping[int, Sequence[Box]],
    links: dict[tuple[int, int], Any],
) -> list[LossNote]:
    """Give the new PDF clean properties, outline and links of the old one; return what had to stay behind.

    `turned` are the numbers of pages (from 1) whose coordinates are those of the page as displayed, `touched` the
    areas of pages in which lines were set anew: a link there would tell where their words stood. The new links are
    entered in `links` under the object numbers of the old ones.
    """
    notes: list[LossNote] = []
    for key, value in kept_info(old).items():
        if finder.is_clean(value) and finder.is_clean(value.replace("_", " ")):
            new.docinfo[pikepdf.Name(key)] = pikepdf.String(value)
        else:
            notes.append(LossNote(RedactionLoss.METADATA, key[1:].lower()))
    pages = _Pages(old)
    if not _rebuild_outline(old, new, finder, pages):
        notes.append(LossNote(RedactionLoss.OUTLINE))
    for number, page in enumerate(old.pages, 1):
        target = _LinkPage(page.obj, new.pages[number - 1].obj, number in turned, touched.get(number, ()))
        if not _rebuild_links(target, new, finder, pages, links):
            notes.append(LossNote(RedactionLoss.LINKS, f"page {number}"))
    return notes


class _Pages:
    """Tells which page (from 0) a destination leads to."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._pdf = pdf

    def of(self, destination: Any) -> int | None:  # noqa: ANN401 - any PDF value
        """Return the page of a destination or go-to action, None when it cannot be told."""
        for _ in range(4):
            if isinstance(destination, pikepdf.Array) and len(destination):
                target = destination[0]
                return self._numbers.get(target.objgen) if isinstance(target, pikepdf.Dictionary) else None
            if isinstance(destination, pikepdf.Dictionary):
                destination = destination.get("/D")
            elif isinstance(destination, pikepdf.String | pikepdf.Name):
                destination = self._named(str(destination))
            else:
                return None
        return None

    def _named(self, name: str) -> Any:  # noqa: ANN401 - any PDF value
        root = self._pdf.Root
        old = root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary) and name in old:
            return old[name]
        tree = root.get("/Names", pikepdf.Dictionary()).get("/Dests")
        if tree is None:
            return None
        try:
            return pikepdf.NameTree(tree).get(name)
        except (pikepdf.PdfError, RuntimeError, ValueError):
            return None


def _rebuild_outline(old: pikepdf.Pdf, new: pikepdf.Pdf, finder: Finder, pages: _Pages) -> bool:
    """Write the clean entries; return whether they were all."""
    outline = old.Root.get("/Outlines")
    if not isinstance(outline, pikepdf.Dictionary):
        return True
    seen: set[tuple[int, int]] = set()
    is_whole = True

    def entries(first: Any, depth: int) -> list[pikepdf.OutlineItem]:  # noqa: ANN401 - any PDF value
        nonlocal is_whole
        made: list[pikepdf.OutlineItem] = []
        while isinstance(first, pikepdf.Dictionary):
            if first.objgen in seen or depth > _DEEPEST or len(seen) > _MOST_ENTRIES:
                is_whole = False
                break
            seen.add(first.objgen)
            children = entries(first.get("/First"), depth + 1)
            title = str(first.get("/Title", ""))
            target = pages.of(first.get("/Dest", first.get("/A")))
            if finder.is_clean(title) and target is not None:
                item = pikepdf.OutlineItem(title, target)
                item.children = children
                made.append(item)
            else:
                is_whole = False
                made += children
            first = first.get("/Next")
        return made

    made = entries(outline.get("/First"), 0)
    if made:
        with new.open_outline() as rebuilt:
            rebuilt.root.extend(made)
    return is_whole


@dataclass(frozen=True)
class _LinkPage:
    """A page of the old PDF and what became of it."""

    old: Any
    new: Any
    is_turned: bool
    touched: Sequence[Box]

    def place(self, rectangle: Any) -> list[float] | None:  # noqa: ANN401 - any PDF value
        """Return where a link belongs on the new page, None when it lies on a line that was set anew."""
        x0, y0, x1, y1 = (float(value) for value in rectangle)
        try:
            shown = page_matrix(self.old)
        except ValueError:
            return None
        corners = [applied(shown, x, y) for x, y in ((x0, y0), (x1, y1))]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        if any(xs[0] < b.x1 and b.x0 < xs[1] and ys[0] < b.y1 and b.y0 < ys[1] for b in self.touched):
            return None
        if not self.is_turned:
            return [x0, y0, x1, y1]
        height = float(self.new.MediaBox[3])
        return [xs[0], height - ys[1], xs[1], height - ys[0]]


def _rebuild_links(
    page: _LinkPage, new: pikepdf.Pdf, finder: Finder, pages: _Pages, links: dict[tuple[int, int], Any]
) -> bool:
    """Write the clean links of a page; return whether they were all."""
    annotations = page.old.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return True
    is_whole = True
    made = []
    for one in annotations:
        if not isinstance(one, pikepdf.Dictionary) or str(one.get("/Subtype", "")) != "/Link":
            continue
        rectangle = one.get("/Rect")
        is_placed = isinstance(rectangle, pikepdf.Array) and len(rectangle) == 4
        place = page.place(rectangle) if is_placed else None
        action = _action(one, new, finder, pages) if place is not None else None
        if action is None:
            is_whole = False
            continue
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array(place), Border=[0, 0, 0]
        )
        link[action[0]] = action[1]
        made.append(new.make_indirect(link))
        if one.is_indirect:
            links[one.objgen] = made[-1]
    if made:
        page.new.Annots = pikepdf.Array(made)
    return is_whole


def _action(link: Any, new: pikepdf.Pdf, finder: Finder, pages: _Pages) -> tuple[str, Any] | None:  # noqa: ANN401 - a link
    action = link.get("/A")
    if isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) == "/URI":
        address = str(action.get("/URI", ""))
        if not address or not is_clean_address(address, finder):
            return None
        return "/A", pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    target = pages.of(link.get("/Dest", action))
    if target is None:
        return None
    return "/Dest", pikepdf.Array([new.pages[target].obj, pikepdf.Name.Fit])


def is_clean_address(address: str, finder: Finder) -> bool:
    """Return whether a web address holds no marked word, be it run together with others or in percent codes."""
    from urllib.parse import unquote

    plain = unquote(address)
    parted = "".join(character if character.isalnum() else " " for character in plain)
    if not all(map(finder.is_clean, (address, plain, parted))):
        return False
    letters = "".join(character for character in plain.casefold() if character.isalnum())
    terms = ("".join(c for c in term.casefold() if c.isalnum()) for term in finder.order.terms)
    return not any(len(term) > 3 and term in letters for term in terms)
