"""What is said of a claim beside the text, by whom and when; PDF annotations and Word comments say the same."""

from reviewer.exporting import wording
from reviewer.exporting.edition import shortened
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.model.finding import Tone
from reviewer.model.verdict import NoteKind

MACHINE = "Reviewer (machine)"


def shown_tone(record: ClaimRecord) -> Tone:
    """Return how a claim is underlined: dotted while nobody has judged one that looks clean."""
    if record.decision is None and record.tone is Tone.CLEAN:
        return Tone.UNKNOWN
    return record.tone


def comment_text(record: ClaimRecord) -> str:
    """Return the comment on a claim: verdict, finding, correction and notes in a few lines."""
    verdict = wording.DECISIONS[record.decision]
    lines = [f"{record.number} {verdict}: {record.rule}" if record.rule else f"{record.number} {verdict}"]
    for finding in record.findings:
        reason = wording.finding_reason(finding)
        if reason:
            lines.append(f"{wording.rule_words(finding.rule)}: {reason}")
    if record.correction:
        lines.append(f"Correction: {one_line(record.correction.text)}")
    labels = {
        NoteKind.DESK: "Note",
        NoteKind.LEGAL: "Legal note",
        NoteKind.RESPONSE_SOUGHT: "Response sought",
        NoteKind.RESPONSE_RECEIVED: "Response received",
    }
    lines += [f"{labels[kind]}: {one_line(text)}" for kind, text in record.notes.items() if text]
    lines.append(f"Said by: {record.said_by}")
    return "\n".join(lines)


def reply_text(record: ClaimRecord) -> str:
    """Return the reply: where the claim stands in a source, and the source's words."""
    if record.passage is not None:
        return _quoted(record.passage)
    if record.nearest is not None:
        return f"No source holds it. Nearest: {_quoted(record.nearest)}"
    return "No source holds it."


def author_of(record: ClaimRecord) -> str:
    """Return who answers for the comment: the checker, or the machine while nobody has judged the claim."""
    return record.verdict.by.name or record.verdict.by.initials if record.verdict else MACHINE


def date_of(book_made_at: str, record: ClaimRecord) -> str:
    """Return when the claim was judged, or when the packet was made."""
    at = record.verdict.by.at if record.verdict else ""
    return at if wording.is_date(at) else book_made_at


def _quoted(passage: SourcePassage) -> str:
    if not passage.text:
        return f"{passage.reference} {passage.document.name}: words withheld"
    return f"{passage.reference} {passage.document.name}: “{shortened(one_line(passage.text), 600)}”"
