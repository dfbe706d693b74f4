"""The record at the foot of an exhibit: correction, who checked it and how, what else was found."""

from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.marked_text import correction_runs
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.exporting.setting import Run, SetText, baseline_in
from reviewer.exporting.style import GREY, HAIR, INK, MM, RECORD, Style
from reviewer.model.verdict import NoteKind, Signature
from reviewer.pages.fonts import Face

_LONGEST_NOTE = 700
_LABEL = 27 * MM
_LEFT_WIDTH = 62 * MM
_RIGHT = 96 * MM
_PADDING = 4.5
_CORRECTION = Style(Face.SERIF, 10.5, 13.6)

Entry = tuple[str, list[Run], Style]


@dataclass(frozen=True)
class _Row:
    left: tuple[str, SetText]
    right: tuple[str, SetText] | None

    @property
    def height(self) -> float:
        texts = [self.left[1], *([self.right[1]] if self.right else [])]
        return max(RECORD.leading, *(text.height for text in texts)) + 2 * _PADDING


class ExhibitRecord:
    """The rows of a record, set and ready to be drawn at the book's cursor."""

    def __init__(self, book: Book, record: ClaimRecord, passage: SourcePassage) -> None:
        self._book = book
        self._rows = [self._set(left, right) for left, right in _entries(record, passage)]

    @property
    def height(self) -> float:
        """Return the height in points."""
        return sum(row.height for row in self._rows)

    def draw(self) -> None:
        """Draw the rows; the record goes to the next page whole if it can."""
        book = self._book
        book.ensure(min(self.height, 200.0))
        book.rule(1.5, INK)
        for row in self._rows:
            book.ensure(row.height)
            self._draw_entry(row.left, book.grid.left)
            if row.right is not None:
                self._draw_entry(row.right, book.grid.left + _RIGHT)
            book.y += row.height
            book.rule(0.5, HAIR)

    def _set(self, left: Entry, right: Entry | None) -> _Row:
        grid, setter = self._book.grid, self._book.setter
        width = _LEFT_WIDTH if right else grid.measure - _LABEL
        made = (left[0], setter.set(left[1], left[2], width))
        if right is None:
            return _Row(made, None)
        return _Row(made, (right[0], setter.set(right[1], right[2], grid.measure - _RIGHT - _LABEL)))

    def _draw_entry(self, entry: tuple[str, SetText], x: float) -> None:
        book, (label, text) = self._book, entry
        y = book.y + _PADDING
        with book.paragraph():
            baseline = y + baseline_in(text.style)
            book.setter.draw_text(book.canvas, x, baseline, label, RECORD.coloured(GREY))
            text.draw(book.canvas, x + _LABEL, y)


def _entries(record: ClaimRecord, passage: SourcePassage) -> list[tuple[Entry, Entry | None]]:
    verdict = record.verdict
    decision = wording.DECISIONS[record.decision]
    note = one_line(record.notes.get(NoteKind.DESK, ""))[:_LONGEST_NOTE]
    source = [
        Run(f"{passage.entry.label}, sha256 "),
        Run(passage.document.id[:8], face=Face.MONO),
        Run(" (in full under "),
        Run("Sources", target=f"source.{passage.entry.label}"),
        Run(")"),
    ]
    rows: list[tuple[Entry, Entry | None]] = [
        (
            ("Correction", correction_runs(record) or [Run("–")], _CORRECTION),
            ("Verdict", [Run(decision, bold=True)], RECORD),
        ),
        (
            ("How verified", [Run(wording.METHODS[verdict.method] if verdict else "–")], RECORD),
            ("Checked", _signed(verdict.by if verdict else None), RECORD),
        ),
        (
            ("Found", [Run("; ".join(_reasons(record)) or "–")], RECORD),
            ("Second reader", _signed(record.second), RECORD),
        ),
        (("Source file", source, RECORD), ("Note to desk", [Run(note or "none")], RECORD)),
    ]
    legal = one_line(record.notes.get(NoteKind.LEGAL, ""))
    if legal:
        rows.append((("Legal note", [Run(legal)], RECORD), None))
    return rows


def _signed(signature: Signature | None) -> list[Run]:
    if signature is None:
        return [Run("–")]
    return [Run(signature.initials, bold=True), Run(f" {wording.day_and_time(signature.at)}")]


def _reasons(record: ClaimRecord) -> list[str]:
    made = []
    for finding in record.findings:
        reason = wording.finding_reason(finding)
        made.append(f"{wording.rule_words(finding.rule)}: {reason}" if reason else wording.rule_words(finding.rule))
    return made
