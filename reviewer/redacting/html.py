"""Takes words out of HTML pages: rebuilt from an allow-list of elements, so that nothing unseen is carried over."""

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote

from lxml import etree, html

from reviewer.formats.encoding import decode
from reviewer.formats.html_rebuilding import Dropped, RebuiltPage, rebuild_page
from reviewer.formats.html_roles import BLOCKS
from reviewer.formats.html_shown import as_shown
from reviewer.formats.html_tree import declared_encoding, parse_html
from reviewer.model.redaction import RedactionHit, RedactionLoss, RedactionOrder
from reviewer.model.request import Progress, Redacted, Step
from reviewer.redacting.ledger import Ledger
from reviewer.redacting.text_map import TextMap

Report = Callable[[Progress], None]
_UNREAD = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
_LOSSES = {
    "script": RedactionLoss.SCRIPT,
    "noscript": RedactionLoss.SCRIPT,
    "hidden": RedactionLoss.HIDDEN_TEXT,
    "template": RedactionLoss.HIDDEN_TEXT,
    "meta": RedactionLoss.METADATA,
    "@alt": RedactionLoss.METADATA,
    "@title": RedactionLoss.METADATA,
    **dict.fromkeys(("input", "textarea", "select"), RedactionLoss.FORM_FIELDS),
    **dict.fromkeys(
        ("img", "picture", "svg", "math", "video", "audio", "canvas", "iframe", "object", "embed", "applet", "map"),
        RedactionLoss.EMBEDDED_OBJECT,
    ),
}
_GUIDES = ("rt", "rp", "rtc")
_NAMES = {"hidden": "hidden text", "script": "script", "style": "style sheet", "head": "head", "meta": "head"}


def redact_html(
    name: str,
    content: bytes,
    order: RedactionOrder,
    password: str | None,  # noqa: ARG001 - all kinds of file have one signature
    progress: Report,
) -> Redacted:
    """Return a page without what an order names, in UTF-8.

    Raises ReviewerError: BAD_EXPRESSION, NOTHING_TO_REDACT, NO_TEXT, TOO_DEEP, CANNOT_REDACT for areas (a saved page
    has no pages of paper).
    """
    ledger = Ledger(name, order)
    return ledger.redacted(_rewritten(name, content, ledger, progress))


def find_in_html(
    name: str,
    content: bytes,
    order: RedactionOrder,
    password: str | None,  # noqa: ARG001 - all kinds of file have one signature
    progress: Report,
) -> tuple[RedactionHit, ...]:
    """Return every place of a page that an order would remove, seen or unseen. Raises as `redact_html` does."""
    ledger = Ledger(name, order)
    _rewritten(name, content, ledger, progress)
    return tuple(ledger.hits)


def redacted_page(name: str, page: str, ledger: Ledger, place: str = "") -> str:
    """Return a decoded page rebuilt and without the words; what is done is entered in the ledger under `place`."""
    for unread in _UNREAD.findall(page):
        if ledger.look(_at(place, "comment"), unread) or unread.startswith("<!--"):
            ledger.lose(RedactionLoss.COMMENTS, place)
    rebuilt = rebuild_page(_as_read(parse_html(name, page), page, ledger), partial(_keeps, ledger))
    for dropped in rebuilt.dropped:
        _enter_dropped(ledger, dropped, place)
    ledger.look(_at(place, "name of an element"), "\n".join(sorted(rebuilt.strange_names)))
    title = _redacted_title(rebuilt, ledger, place)
    words = TextMap(_at(place, "paragraph 1"))
    _Gatherer(words, place).gather_all(rebuilt.body)
    words.redact(ledger)
    return _written(rebuilt, title)


def _as_read(root: html.HtmlElement, page: str, ledger: Ledger) -> html.HtmlElement:
    """Return a page as its styles have it shown when there is more to be removed in it then, else as it stands."""
    shown = as_shown(page, root)
    if shown is None:
        return root
    more, plain = (len(ledger.finder.find(_joined_text(tree))) for tree in (shown, root))
    return shown if more > plain else root


def _joined_text(root: html.HtmlElement) -> str:
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        edge = "\n" if event in ("start", "end") and element.tag in BLOCKS else ""
        pieces += (edge, element.text or "") if event == "start" else (edge, element.tail or "")
    return "".join(pieces)


def _rewritten(name: str, content: bytes, ledger: Ledger, progress: Report) -> bytes:
    progress(Progress(Step.REDACTING, 0, 1))
    page, _ = decode(content, declared_encoding(content))
    made = redacted_page(name, page, ledger)
    progress(Progress(Step.REDACTING, 1, 1))
    return made.encode("utf-8")


def _keeps(ledger: Ledger, tag: str, value: str) -> bool:
    """Return whether an address or date may stay: one that leads somewhere and says nothing of what is removed."""
    if tag == "a" and not value.strip().lower().startswith(("http://", "https://", "mailto:")):
        return False
    return not ledger.finder.is_in_identifier(value) and not ledger.finder.is_in_identifier(unquote(value))


def _enter_dropped(ledger: Ledger, dropped: Dropped, place: str) -> None:
    name = _NAMES.get(dropped.tag, "attribute" if dropped.tag.startswith("@") else f"{dropped.tag} element")
    was_hit = ledger.look(_at(place, name), dropped.words)
    loss = _LOSSES.get(dropped.tag)
    if dropped.tag == "@href" and (was_hit or dropped.words.lower().startswith(("http", "mailto"))):
        loss = RedactionLoss.LINKS
    if loss is not None and (dropped.words.strip() or loss is RedactionLoss.EMBEDDED_OBJECT):
        ledger.lose(loss, place)


def _redacted_title(rebuilt: RebuiltPage, ledger: Ledger, place: str) -> str:
    titles = [rebuilt.title]
    words = TextMap(_at(place, "title"))
    words.add(rebuilt.title, lambda new: titles.append(new))
    words.redact(ledger)
    return titles[-1]


class _Gatherer:
    """Gathers the text of a rebuilt page as its reader sees it: blocks and cells apart, runs of letters together."""

    def __init__(self, words: TextMap, place: str) -> None:
        self._words = words
        self._place = place
        self._paragraph = 1
        self._guides: list[html.HtmlElement] = []
        self._turned = 0

    def gather_all(self, body: html.HtmlElement) -> None:
        """Gather a page, the pronunciation guides of its words last."""
        self._gather(body)
        while self._guides:
            guide = self._guides.pop(0)
            self._words.gap("\n")
            self._content(guide)

    def _gather(self, element: html.HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _GUIDES:
            self._guides.append(element)
            return
        is_block = tag in BLOCKS
        turned = tag == "bdo" and element.get("dir") == "rtl"
        if is_block or tag == "br":
            self._part(is_block)
        start = self._words.count
        self._turned += turned
        self._words.gap("\u202e" if turned else "")
        self._content(element)
        self._words.gap("\u202c" if turned else "")
        self._turned -= turned
        if tag == "ruby":
            self._words.watch(start, partial(_drop_guides, element))
        if is_block:
            self._part(True)

    def _content(self, element: html.HtmlElement) -> None:
        self._words.add(element.text or "", partial(setattr, element, "text"))
        for child in element:
            self._gather(child)
            self._words.add(child.tail or "", partial(setattr, child, "tail"))

    def _part(self, is_block: bool) -> None:
        self._words.gap("\n\u202e" if self._turned else "\n")
        self._paragraph += is_block
        self._words.place = _at(self._place, f"paragraph {self._paragraph}")


def _drop_guides(ruby: html.HtmlElement) -> None:
    """Take the pronunciation away from a word that is removed: it would tell how the word sounds."""
    for guide in list(ruby.iter(*_GUIDES)):
        if guide.getparent() is not None:
            guide.text = ""
            for inner in list(guide):
                guide.remove(inner)


def _written(rebuilt: RebuiltPage, title: str) -> str:
    root = html.Element("html")
    if rebuilt.language:
        root.set("lang", rebuilt.language)
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta").set("charset", "utf-8")
    etree.SubElement(head, "title").text = title
    root.append(rebuilt.body)
    return f"{html.tostring(root, encoding='unicode', doctype='<!DOCTYPE html>')}\n"


def _at(place: str, name: str) -> str:
    return f"{place}, {name}" if place else name
