"""What stands round the pages of a PDF and may come along when no marked word is in it: properties, outline, links."""

from typing import Any

import pikepdf

from reviewer.model.redaction import LossNote, RedactionLoss
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_survey import kept_info

_DEEPEST = 32
_MOST_ENTRIES = 20_000


def rebuild_around(old: pikepdf.Pdf, new: pikepdf.Pdf, finder: Finder, turned: set[int]) -> list[LossNote]:
    """Give the new PDF clean properties, outline and links of the old one; return what had to stay behind.

    `turned` are the numbers of pages (from 1) whose coordinates are those of the page as displayed.
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
        if not _rebuild_links(page.obj, new, number, finder, pages, number in turned):
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


def _rebuild_links(page: Any, new: pikepdf.Pdf, number: int, finder: Finder, pages: _Pages, is_turned: bool) -> bool:  # noqa: ANN401 - a page
    """Write the clean links of a page; return whether they were all."""
    annotations = page.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return True
    is_whole = True
    made = []
    for one in annotations:
        if not isinstance(one, pikepdf.Dictionary) or str(one.get("/Subtype", "")) != "/Link":
            continue
        action = (
            None if is_turned and (page.get("/Rotate") or page.get("/CropBox")) else _action(one, new, finder, pages)
        )
        if action is None:
            is_whole = False
            continue
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[float(x) for x in one.Rect], Border=[0, 0, 0]
        )
        link[action[0]] = action[1]
        made.append(new.make_indirect(link))
    if made:
        new.pages[number - 1].obj.Annots = pikepdf.Array(made)
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
