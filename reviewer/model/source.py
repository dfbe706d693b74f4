"""The sources of a review as the editor describes them."""

from enum import StrEnum

import msgspec


class SourceKind(StrEnum):
    """What sort of document a source is."""

    PRESS_RELEASE = "press_release"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    EMAIL = "email"
    COURT_PAPER = "court_paper"
    REPORT = "report"
    EARLIER_STORY = "earlier_story"
    TABLE = "table"
    OTHER = "other"


class Grade(StrEnum):
    """How far a source can be relied on; a press release is not a primary source."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PRESS_RELEASE = "press_release"
    AUTHOR = "author"
    ANONYMOUS = "anonymous"


class SourceEntry(msgspec.Struct, frozen=True):
    """A source's place in the review: its document, its label (S1, or S2.1 for an attachment), kind and grade."""

    document: str
    label: str
    kind: SourceKind = SourceKind.OTHER
    grade: Grade = Grade.SECONDARY
    obtained: str = ""
