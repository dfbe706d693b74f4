"""What people did to one claim, oldest first, read off the steps that hold."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from reviewer.model.review import Desk, note_key
from reviewer.model.verdict import Correction, Decision, Method, Note, NoteKind, Signature, Verdict
from reviewer.reviewing.history import Step


class Deed(StrEnum):
    """What was done to a claim."""

    JUDGED = "judged"
    OPENED_AGAIN = "opened_again"
    NOTED = "noted"
    NOTE_REMOVED = "note_removed"
    CORRECTED = "corrected"
    CORRECTION_REMOVED = "correction_removed"
    READ_SECOND = "read_second"
    LINKED = "linked"
    ADDED = "added"
    DISMISSED = "dismissed"
    BROUGHT_BACK = "brought_back"


class HistoryEntry(msgspec.Struct, frozen=True):
    """One thing done to a claim.

    `by` is None where the review does not say who: undoing a verdict, dismissing and linking carry no signature.
    `decision` and `method` belong to JUDGED, `note` to notes; `text` is the words noted, corrected or linked.
    """

    deed: Deed
    by: Signature | None = None
    decision: Decision | None = None
    method: Method | None = None
    note: NoteKind | None = None
    text: str = ""


def claim_history(steps: Iterable[Step], claim: str) -> tuple[HistoryEntry, ...]:
    """Return what the steps did to a claim, in their order; steps that did not touch it add nothing."""
    return tuple(entry for step in steps for entry in _entries(step.before, step.after, claim))


def _entries(before: Desk, after: Desk, claim: str) -> list[HistoryEntry]:
    found = [
        _verdict(before.verdicts.get(claim), after.verdicts.get(claim)),
        _second(before.second_readings.get(claim), after.second_readings.get(claim)),
        _correction(before.corrections.get(claim), after.corrections.get(claim)),
        *(
            _note(kind, before.notes.get(note_key(claim, kind)), after.notes.get(note_key(claim, kind)))
            for kind in NoteKind
        ),
        *_links(before, after, claim),
        _standing(before, after, claim),
    ]
    return [entry for entry in found if entry]


def _verdict(before: Verdict | None, after: Verdict | None) -> HistoryEntry | None:
    if before == after:
        return None
    if after is None:
        return HistoryEntry(Deed.OPENED_AGAIN)
    return HistoryEntry(Deed.JUDGED, after.by, decision=after.decision, method=after.method)


def _second(before: Signature | None, after: Signature | None) -> HistoryEntry | None:
    return HistoryEntry(Deed.READ_SECOND, after) if after and after != before else None


def _correction(before: Correction | None, after: Correction | None) -> HistoryEntry | None:
    if before == after:
        return None
    if after is None:
        return HistoryEntry(Deed.CORRECTION_REMOVED)
    return HistoryEntry(Deed.CORRECTED, after.by, text=after.text)


def _note(kind: NoteKind, before: Note | None, after: Note | None) -> HistoryEntry | None:
    if before == after:
        return None
    if after is None:
        return HistoryEntry(Deed.NOTE_REMOVED, note=kind)
    return HistoryEntry(Deed.NOTED, after.by, note=kind, text=after.text)


def _links(before: Desk, after: Desk, claim: str) -> list[HistoryEntry]:
    known = before.links.get(claim, ())
    fresh = [one for one in after.links.get(claim, ()) if one not in known]
    return [HistoryEntry(Deed.LINKED, text=one.anchor.exact if one.anchor else "") for one in fresh]


def _standing(before: Desk, after: Desk, claim: str) -> HistoryEntry | None:
    was_out, is_out = claim in before.dismissed, claim in after.dismissed
    if was_out != is_out:
        return HistoryEntry(Deed.DISMISSED if is_out else Deed.BROUGHT_BACK)
    was_added = any(one.id == claim for one in before.added_claims)
    is_added = any(one.id == claim for one in after.added_claims)
    return HistoryEntry(Deed.ADDED) if is_added and not was_added else None
