"""Marked content of a page: the sections to which a structure tree points by number (ISO 32000-2, 14.6 and 14.7)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pikepdf

ARTIFACT = -1
"""Stands for the number of a section that belongs to no element: rules, page heads and feet."""

MARKING = frozenset({"BMC", "BDC", "EMC"})
_PAINTS = frozenset(("Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_HIGHEST = 1_000_000

Finding = Callable[[str], Any]


def section_number(operator: str, operands: list[Any], find: Finding) -> int | None:
    """Return the number of the section that BDC or BMC begins, ARTIFACT, or None for sections of any other sort.

    `find` gives the property list of a name, None when there is none.
    """
    if not operands or not isinstance(operands[0], pikepdf.Name):
        return None
    tag = str(operands[0])
    if tag == "/Artifact":
        return ARTIFACT
    if operator != "BDC" or tag == "/OC" or len(operands) < 2:
        return None
    listed = find(str(operands[1])) if isinstance(operands[1], pikepdf.Name) else operands[1]
    number: Any = listed.get("/MCID") if isinstance(listed, pikepdf.Dictionary) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < _HIGHEST
    return int(number) if is_number else None


def beginning(number: int) -> bytes:
    """Return the operator that begins a section of a number, or an artifact."""
    return b"/Artifact BMC" if number == ARTIFACT else b"/P <</MCID %d>> BDC" % number


def _begins(number: int) -> Any:  # noqa: ANN401 - an instruction
    if number == ARTIFACT:
        return pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
    listed = pikepdf.Dictionary(MCID=number)
    return pikepdf.ContentStreamInstruction([pikepdf.Name.P, listed], pikepdf.Operator("BDC"))


def _ends() -> Any:  # noqa: ANN401 - an instruction
    return pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))


class MarkedSections:
    """The sections of one page on their way into a copy: nothing of them is kept but their bounds.

    They are numbered anew in their order, since a gap would tell of one that went; `numbers` leads from the old ones.
    """

    def __init__(self, properties: Any) -> None:  # noqa: ANN401 - a dictionary or nothing
        self.numbers: dict[int, int] = {}
        self._properties = properties
        self._open: list[bool] = []

    def rewritten(self, operator: str, operands: list[Any]) -> Iterable[Any]:
        """Return what stands in the copy for BMC, BDC or EMC."""
        if operator == "EMC":
            return [_ends()] if self._open and self._open.pop() else []
        number = section_number(operator, operands, self._named)
        self._open.append(number is not None)
        if number is None:
            return []
        return [_begins(number if number == ARTIFACT else self.numbers.setdefault(number, len(self.numbers)))]

    def closing(self) -> Iterable[Any]:
        """Return what ends the sections that were left open."""
        return [_ends() for is_kept in self._open if is_kept]

    def _named(self, name: str) -> Any:  # noqa: ANN401 - any PDF value
        return self._properties.get(name) if isinstance(self._properties, pikepdf.Dictionary) else None


@dataclass
class _Section:
    number: int | None
    start: int
    end: int = -1
    is_touched: bool = False


class EditedSections:
    """The sections of a page that is being edited.

    `touched` are the numbers of those that lost anything, `owners` lead from a lost glyph to the section it stood in.
    """

    def __init__(self) -> None:
        self.touched: set[int] = set()
        self.owners: dict[int, int] = {}
        self.highest = -1
        self._open: list[_Section] = []
        self._all: list[_Section] = []

    def begin(self, number: int | None, out: list[Any]) -> None:
        """Deal with BMC or BDC; a section without a number is not written."""
        section = _Section(number, len(out))
        self._open.append(section)
        if number is not None:
            self.highest = max(self.highest, number)
            self._all.append(section)
            out.append(_begins(number))

    def end(self, out: list[Any]) -> None:
        """Deal with EMC."""
        section = self._open.pop() if self._open else None
        if section is not None and section.number is not None:
            section.end = len(out)
            out.append(_ends())

    def touch(self) -> None:
        """Note that something goes from the sections that are open."""
        for section in self._open:
            section.is_touched = True
            if section.number is not None:
                self.touched.add(section.number)

    def lose(self, glyphs: Iterable[int]) -> None:
        """Note which glyphs go from the sections that are open."""
        own = next((one.number for one in reversed(self._open) if one.number is not None), None)
        for number in glyphs:
            self.touch()
            if own is not None:
                self.owners[number] = own

    def finished(self, out: list[Any]) -> list[Any]:
        """Return a page's instructions without sections that lost all they held: how many there were would tell."""
        while self._open:
            self.end(out)
        painted = [0, *accumulate(str(one.operator) in _PAINTS for one in out)]
        gone: set[int] = set()
        for section in self._all:
            if section.is_touched and painted[section.end] == painted[section.start]:
                gone |= {section.start, section.end}
        return [one for at, one in enumerate(out) if at not in gone] if gone else out
