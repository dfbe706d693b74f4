"""What a margin note says of a claim, long or short, and how it is drawn."""

from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.setting import Run, SetText
from reviewer.exporting.style import GREY, INK, NOTE, NOTE_QUOTE
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.verdict import Decision, NoteKind

_BAR_SPACE = 7.5
_NOTE_LIMIT = 420


@dataclass(frozen=True)
class MarginNote:
    """Set texts one below the other; a bar at the left for what needs action."""

    record: ClaimRecord
    texts: tuple[SetText, ...]
    has_bar: bool

    @property
    def height(self) -> float:
        """Return the height in points."""
        return sum(text.height for text in self.texts) + (2.0 if self.has_bar else 0.0)

    @property
    def weight(self) -> float:
        """Return how strongly the note wants to stand beside its claim."""
        return 3.0 if self.has_bar else 1.0

    def draw(self, book: Book, canvas: Canvas, x: float, y: float) -> None:
        """Draw the note at its top left corner."""
        with book.pdf.tree.node("Div"):
            left = x + (_BAR_SPACE if self.has_bar else 0.0)
            at = y + (1.0 if self.has_bar else 0.0)
            for text in self.texts:
                with book.pdf.tree.node("P"):
                    text.draw(canvas, left, at)
                at += text.height
        if self.has_bar:
            canvas.line((x + 0.75, y), (x + 0.75, y + self.height), 1.5, INK)


def full_note(book: Book, record: ClaimRecord, width: float) -> MarginNote:
    """Return the note in full: short for a clean claim, with verdict, correction and reason for any other."""
    if not record.needs_action or (record.decision is None and not record.differs):
        return MarginNote(record, (book.setter.set(_clean(record), NOTE, width),), has_bar=False)
    inner = width - _BAR_SPACE
    texts = [book.setter.set(_lead(record), NOTE, inner)]
    if record.correction is not None:
        runs = [Run("→ "), Run(one_line(record.correction.text))]
        texts.append(book.setter.set(runs, NOTE_QUOTE, inner))
    why = _why(record)
    if why:
        texts.append(book.setter.set(why, NOTE, inner))
    signed = _signed(record)
    if signed:
        texts.append(book.setter.set(signed, NOTE.coloured(GREY), inner))
    return MarginNote(record, tuple(texts), has_bar=True)


def short_note(book: Book, record: ClaimRecord, width: float) -> MarginNote:
    """Return the note shrunk to id and initials."""
    runs = [_number(record), Run(" " + (record.initials or record.rule), colour=GREY)]
    return MarginNote(record, (book.setter.set(runs, NOTE, width),), has_bar=False)


def _number(record: ClaimRecord) -> Run:
    return Run(record.number, bold=True)


def _clean(record: ClaimRecord) -> list[Run]:
    words = []
    if record.decision not in (None, Decision.VERIFIED):
        words.append(wording.DECISIONS[record.decision].lower())
    if record.decision is None:
        words.append("not yet judged")
    if record.rule:
        words.append(record.rule)
    if record.references:
        words.append(record.references)
    runs = [_number(record), Run("  " + ", ".join(words or ["no finding"]))]
    if record.initials:
        runs.append(Run(f"  {record.initials}", colour=GREY))
    return runs


def _lead(record: ClaimRecord) -> list[Run]:
    verdict = wording.DECISIONS[record.decision]
    rest = "; ".join(part for part in (record.rule, *record.other_rules[:1]) if part)
    return [Run(f"{record.number} {verdict}", bold=True), Run(f"  {rest}")]


def _why(record: ClaimRecord) -> str:
    reason = wording.finding_reason(record.findings[0]) if record.findings else ""
    found = ": ".join(filter(None, (record.references, one_line(reason))))
    parts = [f"{found}."] if found else []
    for kind, lead in ((NoteKind.DESK, ""), (NoteKind.LEGAL, "Legal: "), (NoteKind.RESPONSE_SOUGHT, "Asked: ")):
        note = one_line(record.notes.get(kind, ""))
        if note:
            parts.append(lead + (note if len(note) <= _NOTE_LIMIT else note[: _NOTE_LIMIT - 1] + "…"))
    return " ".join(parts)


def _signed(record: ClaimRecord) -> str:
    parts = []
    if record.verdict:
        parts.append(f"{record.verdict.by.initials} {wording.short_time(record.verdict.by.at)}")
    if record.second:
        parts.append(f"{record.second.initials} {wording.short_time(record.second.at)}")
    return " · ".join(parts)
