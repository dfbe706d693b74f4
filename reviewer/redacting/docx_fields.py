"""Fields of a DOCX while its text is copied: what they show stays, what they are made from goes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from reviewer.formats.docx_names import W

_KEPT = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b(?:\s*\\\*\s*(?:MERGEFORMAT|Arabic|roman|ROMAN|alphabetic))*\s*")
_TYPE = f"{W}fldCharType"


def kept_instruction(instruction: str) -> str:
    """Return the instruction of a field that may stay a field, page numbers, written anew; else an empty string."""
    match = _KEPT.fullmatch(instruction)
    return f" {match[1]} " if match else ""


@dataclass
class _Field:
    shows: bool = False
    instruction: list[str] = field(default_factory=list)
    marks: list[etree._Element] = field(default_factory=list)
    has_inner: bool = False


class Fields:
    """Follows the marks of fields through a part in the order of its text.

    `saw` is told every instruction; `made` copies of marks are put into the target run only when the field may stay.
    """

    def __init__(self, saw: Callable[[str], None]) -> None:
        self._saw = saw
        self._open: list[_Field] = []

    @property
    def is_in_instruction(self) -> bool:
        """Return whether what comes now is not shown."""
        return any(not one.shows for one in self._open)

    def add_instruction(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)
        else:
            self._saw(text)

    def meet(self, mark: etree._Element, run: etree._Element) -> None:
        """Take a mark that stands in a run; the run is the copy."""
        kind = mark.get(_TYPE)
        if kind == "begin":
            for outer in self._open:
                outer.has_inner = True
            self._open.append(_Field())
        if not self._open:
            return
        current = self._open[-1]
        copy = etree.SubElement(run, mark.tag)
        copy.set(_TYPE, kind if kind in ("begin", "separate", "end") else "end")
        current.marks.append(copy)
        if kind == "separate":
            current.shows = True
        elif kind == "end":
            self._close(self._open.pop())

    def end_paragraph(self) -> None:
        """Close fields whose instruction has not ended with its paragraph, as a broken file leaves them."""
        while self.is_in_instruction:
            self._close(self._open.pop())

    def finish(self) -> None:
        """Close fields that the part leaves open."""
        while self._open:
            self._close(self._open.pop())

    def _close(self, done: _Field) -> None:
        instruction = "".join(done.instruction)
        self._saw(instruction)
        kept = "" if done.has_inner or len(done.marks) not in (2, 3) else kept_instruction(instruction)
        if kept:
            # A field may be kept only with an instruction of our own words, right behind its first mark.
            code = etree.Element(f"{W}instrText")
            code.text = kept
            done.marks[0].addnext(code)
            return
        for mark in done.marks:
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)
