"""Which text element of a DOCX body holds which code points of the document's text."""

from bisect import bisect_right
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reviewer.formats.docx_names import W
from reviewer.formats.docx_paragraph_styles import DocxStyles
from reviewer.formats.docx_walk import DocxWalk
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.geometry import Span

_RUN = f"{W}r"


@dataclass(frozen=True)
class PlacedText:
    """A text element whose words stand at `start` to `end`, in code points of the document's text."""

    start: int
    end: int
    element: etree._Element


class DocxRunMap:
    """The text of a body with every change accepted, as `read_docx_text` begins it, and the elements it came from.

    Text boxes, headers and notes are not in it: Word anchors no comment there.
    """

    def __init__(self, body: etree._Element, styles: DocxStyles) -> None:
        self._placed: list[PlacedText] = []
        out = TextBuilder()
        DocxWalk(out, styles, on_text=self._place).walk_blocks(body)
        self.text = out.text
        self._starts = [one.start for one in self._placed]

    def at(self, offset: int) -> PlacedText | None:
        """Return the element that holds the code point at `offset`, or None where none does (a tab, a gap)."""
        place = bisect_right(self._starts, offset) - 1
        found = self._placed[place] if place >= 0 else None
        return found if found and offset < found.end else None

    def pieces(self, span: Span) -> list[PlacedText]:
        """Return the elements with words from the start to the end of a span, in text order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return [
            one
            for one in self._placed[first : bisect_right(self._starts, span.end)]
            if one.end > span.start and one.start < span.end
        ]

    def first_between(self, start: int, end: int) -> tuple[PlacedText, int] | None:
        """Return the first element with words from `start` to `end`, and the first code point of these in it."""
        for one in self._placed[max(0, bisect_right(self._starts, start) - 1) :]:
            if one.start >= end:
                return None
            if one.end > start:
                return one, max(start, one.start)
        return None

    def last_between(self, start: int, end: int) -> tuple[PlacedText, int] | None:
        """Return the last element with words from `start` to `end`, and the code point after the last in it."""
        for one in reversed(self._placed[: bisect_right(self._starts, max(start, end - 1))]):
            if one.end <= start:
                return None
            if one.start < end:
                return one, min(end, one.end)
        return None

    def split(self, placed: PlacedText, offset: int) -> None:
        """Part the run of an element so that another run begins at `offset`, with the same properties.

        Nothing is parted where a run begins there already.
        """
        run = placed.element.getparent()
        if run is None or run.tag != _RUN or not placed.start <= offset < placed.end:
            return
        before = _content_before(run, placed.element)
        if offset == placed.start and not before:
            return
        first = _like(run)
        for child in before:
            first.append(child)
        if offset > placed.start:
            first.append(self._cut(placed, offset))
        run.addprevious(first)

    def split_after(self, placed: PlacedText) -> None:
        """Part the run of an element so that it ends with it; what follows goes into a run with the same properties."""
        run = placed.element.getparent()
        if run is None or run.tag != _RUN:
            return
        following = list(placed.element.itersiblings())
        if not following:
            return
        rest = _like(run)
        rest.extend(following)
        run.addnext(rest)

    def _place(self, element: etree._Element, start: int) -> None:
        words = element.text or ""
        if words:
            self._placed.append(PlacedText(start, start + len(words), element))

    def _cut(self, placed: PlacedText, offset: int) -> etree._Element:
        """Take the words before `offset` out of an element into one of their own, and return it."""
        words = placed.element.text or ""
        at = offset - placed.start
        head = etree.Element(placed.element.tag)
        for element, text in ((head, words[:at]), (placed.element, words[at:])):
            element.text = text
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        place = bisect_right(self._starts, placed.start) - 1
        self._placed[place : place + 1] = [
            PlacedText(placed.start, offset, head),
            PlacedText(offset, placed.end, placed.element),
        ]
        self._starts[place : place + 1] = [placed.start, offset]
        return head


def _content_before(run: etree._Element, element: etree._Element) -> list[etree._Element]:
    content = [child for child in run if child.tag != f"{W}rPr"]
    return content[: content.index(element)]


def _like(run: etree._Element) -> etree._Element:
    """Return an empty run with the attributes and properties of another."""
    made = etree.Element(run.tag)
    for key, value in run.attrib.items():
        made.set(key, value)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made
