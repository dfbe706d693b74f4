"""The self-attack report: what became of each file, in words that hold none of those removed. No widget in here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewer.gui.translation import noop, translated
from reviewer.model.problem import Problem, ProblemCode, printable
from reviewer.model.redaction import LossNote, RedactionLoss
from reviewer.redaction_workflow import RedactionDone

LOSSES: dict[RedactionLoss, str] = {
    RedactionLoss.SIGNATURE: noop("Redact", "the digital signature"),
    RedactionLoss.SCRIPT: noop("Redact", "scripts and macros"),
    RedactionLoss.ATTACHMENT: noop("Redact", "attachments"),
    RedactionLoss.FORM_FIELDS: noop("Redact", "form fields (what was filled in stays as text)"),
    RedactionLoss.ANNOTATIONS: noop("Redact", "annotations"),
    RedactionLoss.LAYERS: noop("Redact", "layers"),
    RedactionLoss.TAGS: noop("Redact", "tags for screen readers"),
    RedactionLoss.OUTLINE: noop("Redact", "bookmarks"),
    RedactionLoss.LINKS: noop("Redact", "links"),
    RedactionLoss.METADATA: noop("Redact", "properties"),
    RedactionLoss.REVISIONS: noop("Redact", "tracked changes"),
    RedactionLoss.COMMENTS: noop("Redact", "comments"),
    RedactionLoss.HIDDEN_TEXT: noop("Redact", "hidden text"),
    RedactionLoss.EMBEDDED_OBJECT: noop("Redact", "embedded objects"),
}
ENGINES: dict[str, str] = {
    "ocr": noop("Redact", "text recognition (OCR)"),
    "raw bytes": noop("Redact", "raw bytes"),
    "zlib sweep": noop("Redact", "packed data"),
    "object walk": noop("Redact", "every object of the PDF"),
    "file name": noop("Redact", "names of inner files"),
    "mail": noop("Redact", "mail reader"),
    "text": noop("Redact", "text reader"),
    "zip": noop("Redact", "archive reader"),
    "ole": noop("Redact", "old Office formats"),
    "pdfium": "PDFium",
    "pdfminer": "pdfminer",
    "pypdf": "pypdf",
}
MOST_PARTS = 12


class Line(StrEnum):
    """How a line of the report is set."""

    FILE = "file"
    GOOD = "ready"
    BAD = "error"
    PLAIN = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one file; `name` is one that may be shown to anybody. One of `done` and `problem` is given."""

    name: str
    done: RedactionDone | None = None
    problem: Problem | None = None

    @property
    def saved(self) -> Path | None:
        """Return the redacted file, None when nothing was written."""
        return self.done.path if self.done else None


def report_lines(outcomes: Iterable[Outcome], names_words: bool = False) -> list[tuple[Line, str]]:
    """Return the report line by line; `names_words` for the editor's screen, where words found nowhere are named."""
    return [line for outcome in outcomes for line in ((Line.FILE, outcome.name), *_lines(outcome, names_words))]


def report_text(outcomes: Sequence[Outcome], by: str, at: str) -> str:
    """Return the report as plain text to be copied; `by` and `at` say who applied the redactions and when."""
    head = [_say(noop("Redact", "Redaction report")), f"{by} · {at}"]
    body = [f"\n{text}" if line is Line.FILE else f"  {text}" for line, text in report_lines(outcomes)]
    return "\n".join((*head, *body)) + "\n"


def _lines(outcome: Outcome, names_words: bool) -> list[tuple[Line, str]]:
    if outcome.done is None:
        return _refusal(outcome.name, outcome.problem or Problem(ProblemCode.CANCELLED))
    done = outcome.done
    saved = _say(noop("Redact", "Saved as {name}; nothing that was marked could be recovered from it."))
    lines = [(Line.GOOD, saved.format(name=printable(done.path.name, 100)))]
    places = Counter(one.part for one in done.applied)
    removed = _say(noop("Redact", "Places removed: {count}, in {parts}"))
    lines.append((Line.PLAIN, removed.format(count=len(done.applied), parts=_parts(places))))
    lines += [(Line.BAD, text) for text in _unmet(done.unmet, names_words)]
    engines = ", ".join(_say(ENGINES.get(one, one)) for one in done.engines)
    if engines:
        looked = _say(noop("Redact", "Looked again and found nothing: {engines}"))
        lines.append((Line.PLAIN, looked.format(engines=engines)))
    lines += [(Line.PLAIN, text) for text in _losses(done.losses)]
    log = _say(noop("Redact", "Log without the words: {name}"))
    lines.append((Line.PLAIN, log.format(name=printable(done.log_path.name, 120))))
    return lines


def _refusal(name: str, problem: Problem) -> list[tuple[Line, str]]:
    """Return why a file was refused; the file is named as it may be shown, which its own name perhaps may not."""
    if problem.code is ProblemCode.CANCELLED:
        return [(Line.BAD, _say(noop("Redact", "Cancelled; nothing was written.")))]
    sentence = Problem(problem.code, {**problem.arguments, "name": name}).sentence
    return [(Line.BAD, sentence), (Line.PLAIN, _say(noop("Redact", "Nothing was written for this file.")))]


def _unmet(words: Sequence[str], names_words: bool) -> list[str]:
    """Return the line on marked words that were found nowhere in a file."""
    if not words:
        return []
    if not names_words:
        return [_say(noop("Redact", "Marked words found nowhere in this file: {count}")).format(count=len(words))]
    said = _say(noop("Redact", "Found nowhere in this file: {words}"))
    return [said.format(words=", ".join(printable(word, 60) for word in words[:MOST_PARTS]))]


def _losses(losses: Sequence[LossNote]) -> list[str]:
    by_loss: dict[RedactionLoss, list[str]] = {}
    for note in losses:
        by_loss.setdefault(note.loss, []).append(note.part)
    lines = []
    pictures = by_loss.pop(RedactionLoss.TEXT_LAYER, [])
    if pictures:
        said = _say(noop("Redact", "Pages that had to become pictures, their text is no longer selectable: {parts}"))
        lines.append(said.format(parts=_parts(Counter(filter(None, pictures)))))
    if by_loss:
        said = _say(noop("Redact", "Had to go as well: {losses}"))
        lines.append(said.format(losses=", ".join(_say(LOSSES.get(one, one.value)) for one in by_loss)))
    return lines


def _parts(places: Mapping[str, int]) -> str:
    """Return the parts of a file with how many places each; numbered ones are drawn together when there are many."""
    if len(places) > MOST_PARTS:
        places = _drawn_together(places)
    shown = [f"{printable(part, 60)} ({count})" if count > 1 else printable(part, 60) for part, count in places.items()]
    if len(shown) > MOST_PARTS:
        more = _say(noop("Redact", "and {count} more parts")).format(count=len(shown) - MOST_PARTS)
        shown = [*shown[:MOST_PARTS], more]
    return ", ".join(shown)


def _drawn_together(places: Mapping[str, int]) -> dict[str, int]:
    """Make "page 1", "page 2" and "page 5" one entry, "page 1-5"."""
    groups: dict[str, list[tuple[int, int]]] = {}
    for part, count in places.items():
        name, _, number = part.rpartition(" ")
        key, at = (name, int(number)) if number.isdecimal() else (part, 0)
        groups.setdefault(key, []).append((at, count))
    made = {}
    for name, entries in groups.items():
        first, last = min(entries)[0], max(entries)[0]
        numbers = f" {first}–{last}" if last > first else f" {first}" if last else ""
        made[f"{name}{numbers}"] = sum(count for _, count in entries)
    return made


def _say(text: str) -> str:
    return translated("Redact", text)
