"""A page copied element by element through an allow-list: the words and their structure, nothing that is not shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import html

from reviewer.formats.html_directions import Turning
from reviewer.formats.html_roles import BLOCKS, is_hidden


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_KEPT = _names(
    "a abbr address article aside b bdi bdo big blockquote body br button caption center cite code col colgroup dd del "
    "details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup "
    "hr html i ins kbd label legend li main mark menu nav ol p pre q rb rp rt rtc ruby s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
)
_DROPPED_WHOLE = _names(
    "script style noscript template object embed applet audio video canvas svg math map iframe frame frameset noframes "
    "meta link base head select option optgroup datalist input textarea portal param source track img "
    "picture area title"
)
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "td": frozenset(("colspan", "rowspan")),
    "th": frozenset(("colspan", "rowspan", "scope")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "ol": frozenset(("start", "type", "reversed")),
    "li": frozenset(("value",)),
}
_USUAL_ATTRIBUTES = _names(
    "abbr accept action align alt async autocomplete bgcolor border cellpadding cellspacing charset checked cite "
    "class color cols content coords crossorigin data datetime defer dir disabled face for form frame headers "
    "height hidden href hreflang http-equiv id integrity itemprop itemscope itemtype label lang language loading "
    "max media method min name nonce onclick onload placeholder poster property rel required role rows rules "
    "selected shape size sizes span src srcset start step style summary tabindex target text title type usemap "
    "valign value width wrap"
)
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{4,12}(?:Z|[+-]\d{2}:?\d{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4})?")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SAFE_VALUES = frozenset(("ltr", "rtl", "auto", "row", "col", "rowgroup", "colgroup", "1", "a", "A", "i", "I", ""))


@dataclass
class Dropped:
    """What was left out: its text or value, and what kind of thing it was (a tag's or an attribute's name)."""

    tag: str
    words: str


@dataclass
class RebuiltPage:
    """A page of new elements; `dropped` in document order, `strange_names` of elements and attributes nobody knows."""

    body: html.HtmlElement
    title: str = ""
    language: str = ""
    dropped: list[Dropped] = field(default_factory=list)
    strange_names: set[str] = field(default_factory=set)


def rebuild_page(root: html.HtmlElement, keeps: Callable[[str, str], bool]) -> RebuiltPage:
    """Copy a parsed page; `keeps` is asked for the tag and value of each address and date whether it may stay.

    Elements that are unknown are replaced by what is in them; scripts, styles, forms' fields, pictures, hidden
    elements and all attributes that are not plain structure are left out and listed.
    """
    page = RebuiltPage(html.Element("body"))
    page.title = " ".join((root.findtext(".//title") or "").split())
    language = root.get("lang") or ""
    page.language = language if _LANGUAGE.fullmatch(language) and keeps("html", language) else ""
    copier = _Copier(page, keeps, Turning(root))
    # What stands behind the end of a page is shown by browsers; the parser makes further roots of it.
    for each in (root, *root.itersiblings()):
        if isinstance(each.tag, str):
            copier.copy_root(each)
    return page


class _Copier:
    def __init__(self, page: RebuiltPage, keeps: Callable[[str, str], bool], turning: Turning) -> None:
        self._page = page
        self._keeps = keeps
        self._turning = turning

    def copy_root(self, root: html.HtmlElement) -> None:
        for head in root.iterchildren("head"):
            self._list_attributes(head, frozenset())
            for child in head:
                if child.tag != "title" and isinstance(child.tag, str):
                    self._drop(child)
        self._list_attributes(root, frozenset())
        target = self._page.body
        _append(target, root.text)
        for child in root:
            if child.tag == "body":
                self._list_attributes(child, frozenset())
                self._content(child, target)
            elif child.tag != "head" and isinstance(child.tag, str):
                self._element(child, target)
            _append(target, child.tail)

    def _content(self, source: html.HtmlElement, target: html.HtmlElement) -> None:
        _append(target, source.text)
        for child in source:
            if isinstance(child.tag, str):
                self._element(child, target)
            _append(target, child.tail)

    def _element(self, source: html.HtmlElement, target: html.HtmlElement) -> None:
        tag = str(source.tag)
        if tag in _DROPPED_WHOLE or is_hidden(source):
            self._drop(source)
        elif tag in _KEPT and tag not in ("html", "body"):
            made = _appended(target, tag)
            self._take_attributes(source, made, tag)
            self._content(source, self._turned(source, made))
        else:
            self._page.strange_names.add(tag)
            self._list_attributes(source, frozenset())
            self._content(source, self._turned(source, _appended(target, "div") if tag in BLOCKS else target))

    def _turned(self, source: html.HtmlElement, target: html.HtmlElement) -> html.HtmlElement:
        """Return where the content goes: a bdo when a style turns its letters round; styles do not come along."""
        if source.tag == "bdo" or not self._turning.turns(source):
            return target
        made = _appended(target, "bdo")
        made.set("dir", "rtl")
        return made

    def _take_attributes(self, source: html.HtmlElement, made: html.HtmlElement, tag: str) -> None:
        kept = {name for name in _ATTRIBUTES.get(tag, ()) if _is_plain(source.get(name))}
        if (source.get("dir") or "").lower() in ("ltr", "rtl", "auto"):
            kept.add("dir")
        address = source.get("href")
        if tag == "a" and address and self._keeps(tag, address):
            kept.add("href")
        stamp = source.get("datetime")
        if tag == "time" and stamp and _STAMP.fullmatch(stamp) and self._keeps(tag, stamp):
            kept.add("datetime")
        for name in sorted(kept):
            value = source.get(name) or ""
            made.set(name, value.lower() if name == "dir" else value)
        self._list_attributes(source, frozenset(kept))

    def _list_attributes(self, source: html.HtmlElement, kept: frozenset[str]) -> None:
        for name, value in source.attrib.items():
            if name not in kept:
                self._page.dropped.append(Dropped(f"@{name}", value))
                if name not in _USUAL_ATTRIBUTES:
                    self._page.strange_names.add(name)

    def _drop(self, source: html.HtmlElement) -> None:
        tag = str(source.tag) if not is_hidden(source) else "hidden"
        pieces = [piece for piece in source.itertext() if piece]
        self._page.dropped.append(Dropped(tag, "".join(pieces)))
        for element in source.iter():
            if isinstance(element.tag, str):
                self._list_attributes(element, frozenset())


def _is_plain(value: str | None) -> bool:
    return value is not None and (value in _SAFE_VALUES or (value.isdigit() and len(value) <= 5))


def _appended(target: html.HtmlElement, tag: str) -> html.HtmlElement:
    made = html.Element(tag)
    target.append(made)
    return made


def _append(target: html.HtmlElement, text: str | None) -> None:
    text = _UNWRITABLE.sub("", text or "").replace("\f", " ")
    if not text:
        return
    last = next(target.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        target.text = (target.text or "") + text
