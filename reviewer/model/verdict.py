"""What people decide about a claim. Nothing in the program makes one of these by itself."""

from enum import StrEnum

import msgspec


class Decision(StrEnum):
    """The verdicts; a claim without one is open."""

    VERIFIED = "verified"
    FIX = "fix"
    UNSOURCED = "unsourced"
    QUERY = "query"
    CUT = "cut"
    NOT_CHECKABLE = "not_checkable"


class Method(StrEnum):
    """How a claim was verified."""

    DOCUMENT = "document"
    RECORDING = "recording"
    CALL_BACK = "call_back"
    CALCULATION = "calculation"
    OWN_OBSERVATION = "own_observation"
    AGREED_WITH_AUTHOR = "agreed_with_author"


class Signature(msgspec.Struct, frozen=True):
    """Who did it and when: initials, name, ISO 8601 date and time with zone."""

    initials: str
    name: str
    at: str


class Verdict(msgspec.Struct, frozen=True):
    """A person's decision on a claim; `claim_text` is the wording judged, so that a changed draft reopens it."""

    claim: str
    decision: Decision
    by: Signature
    claim_text: str
    method: Method = Method.DOCUMENT


class NoteKind(StrEnum):
    """Whom a note is for; legal notes are privileged and leave the house only in the legal profile."""

    DESK = "desk"
    LEGAL = "legal"
    RESPONSE_SOUGHT = "response_sought"
    RESPONSE_RECEIVED = "response_received"


class Note(msgspec.Struct, frozen=True):
    """A note on a claim, one of each kind."""

    claim: str
    kind: NoteKind
    text: str
    by: Signature


class Correction(msgspec.Struct, frozen=True):
    """The wording that should be printed instead."""

    claim: str
    text: str
    by: Signature


class CarryOver(StrEnum):
    """What became of a claim's verdict when the text was analysed anew or a new draft came."""

    UNCHANGED = "unchanged"
    RECHECK = "recheck"
    NEW = "new"
    GONE = "gone"
