"""Gathers the words of a rebuilt DOCX part as its reader sees them, so that what is to go is found across all runs."""

import re
from collections.abc import Callable
from functools import partial

from lxml import etree

from reviewer.formats.docx_names import A, M, W, symbol
from reviewer.redacting.docx_tags import PARAGRAPHS, C
from reviewer.redacting.text_map import TextMap

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRIVATE_LETTER = re.compile(r"[Ff]0([2-7][0-9A-Fa-f])")
_ATOMS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}
_STORIES = (f"{W}txbxContent", f"{A}txBody")
_NUMBERED = {f"{W}footnote": "footnote", f"{W}endnote": "endnote", f"{W}comment": "comment"}


class WordGatherer:
    """Puts the words of a part into a `TextMap`: paragraphs on lines of their own, text boxes after what holds them."""

    def __init__(self, words: TextMap, place: str) -> None:
        self._words = words
        self._place = place
        self._paragraph = 0
        self._later: list[tuple[str, etree._Element]] = []

    def gather(self, root: etree._Element) -> None:
        """Gather everything below a part's root."""
        self._content(root)
        while self._later:
            place, story = self._later.pop(0)
            self._words.place = place
            self._words.gap("\n")
            self._content(story)

    def _content(self, element: etree._Element) -> None:
        for child in element:
            self._element(child)

    def _element(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in (f"{W}t", f"{M}t"):
            self._words.add(element.text or "", partial(_write_text, element))
        elif tag == f"{A}t":
            self._words.add(element.text or "", partial(setattr, element, "text"))
        elif tag == f"{W}sym":
            self._words.add(_symbol(element), partial(_write_atom, element))
        elif tag in _ATOMS and element.getparent() is not None and _is_in_run(element):
            self._words.add(_ATOMS[tag], partial(_write_atom, element))
        elif tag == f"{C}v":
            self._chart_value(element)
        elif tag in PARAGRAPHS:
            self._paragraph_of(element)
        elif tag in _STORIES:
            self._later.append((f"{self._place}, text box", element))
        elif tag == f"{W}ruby":
            self._ruby(element)
        elif tag == f"{M}den":
            self._words.gap("/")
            self._content(element)
        else:
            self._container(tag, element)

    def _container(self, tag: str, element: etree._Element) -> None:
        before = self._words.place
        if tag in _NUMBERED:
            self._words.place = f"{_NUMBERED[tag]} {element.get(f'{W}id', '')}"
            self._words.gap("\n")
        self._content(element)
        self._words.place = before

    def _paragraph_of(self, element: etree._Element) -> None:
        before = self._words.place
        self._paragraph += 1
        if self._place == "body":
            self._words.place = f"paragraph {self._paragraph}" if before in ("body", "") else before
        self._words.gap("\n")
        self._content(element)
        self._words.gap("\n")
        self._words.place = before

    def _ruby(self, element: etree._Element) -> None:
        start = self._words.count
        for child in element:
            if child.tag == f"{W}rt":
                self._later.append((f"{self._place}, pronunciation", child))
            else:
                self._element(child)
        self._words.watch(start, partial(_drop_guides, element))

    def _chart_value(self, element: etree._Element) -> None:
        self._words.gap("\n")
        numeric = next(element.iterancestors(f"{C}numCache", f"{C}numLit"), None) is not None
        write: Callable[[str], None] = partial(_drop_point if numeric else _set_text, element)
        self._words.add(element.text or "", write)
        self._words.gap("\n")


def _symbol(element: etree._Element) -> str:
    """Return a symbol as the letter that its place in the font has elsewhere: so would anybody read the file."""
    code = element.get(f"{W}char", "")
    if private := _PRIVATE_LETTER.fullmatch(code):
        return chr(int(private[1], 16))
    return symbol(code, element.get(f"{W}font", ""))


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in (f"{W}r", f"{M}r")


def _set_text(element: etree._Element, text: str) -> None:
    element.text = text


def _write_text(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _write_atom(element: etree._Element, text: str) -> None:
    """Replace a tab, symbol or special hyphen by what stands there now: nothing, or a block."""
    parent = element.getparent()
    if parent is None:
        return
    made = etree.Element(f"{W}t")
    _write_text(made, text)
    parent.replace(element, made)


def _drop_point(element: etree._Element, _text: str) -> None:
    """Take a number out of a chart's memory: a block is no number."""
    point = element.getparent()
    cache = point.getparent() if point is not None else None
    if point is not None and cache is not None:
        cache.remove(point)


def _drop_guides(ruby: etree._Element) -> None:
    """Take the pronunciation away from a word that is removed: it would tell how the word sounds."""
    for guide in ruby.iterchildren(f"{W}rt"):
        for text in guide.iter(f"{W}t"):
            text.text = ""


def keep_spaces(root: etree._Element) -> None:
    """Mark every text as one whose spaces count."""
    for text in root.iter(f"{W}t", f"{M}t"):
        if text.text and text.text != text.text.strip():
            text.set(_SPACE, "preserve")
