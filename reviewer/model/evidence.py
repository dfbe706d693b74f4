"""The passage in a source that a claim rests on, and what differs."""

from enum import StrEnum

import msgspec

from reviewer.model.anchor import Anchor


class DifferenceKind(StrEnum):
    """What changed between source and article, worst first; those from ELLIPSIS on keep the sense."""

    FIGURE = "figure"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    CONDITION = "condition"
    SPEAKER = "speaker"
    CUT = "cut"
    WORD_CHANGED = "word_changed"
    WORD_ADDED = "word_added"
    WORD_DROPPED = "word_dropped"
    ORDER = "order"
    TENSE = "tense"
    ATTRIBUTION_VERB = "attribution_verb"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    ROUNDING = "rounding"
    NUMBER_FORMAT = "number_format"
    PUNCTUATION = "punctuation"
    CAPITAL = "capital"
    PARAPHRASE = "paraphrase"


class Difference(msgspec.Struct, frozen=True):
    """One typed difference: the words of both sides and where they stand.

    Offsets are code points of the article's and the source's text; a side that lacks the words has an empty stretch
    at the place where they would stand.
    """

    kind: DifferenceKind
    article: str
    source: str
    article_start: int
    article_end: int
    source_start: int
    source_end: int
    harmless: bool = False


class RunKind(StrEnum):
    """How a stretch of the claim and one of the passage correspond."""

    EQUAL = "equal"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    HARMLESS = "harmless"


class AlignedRun(msgspec.Struct, frozen=True):
    """One column of the word-by-word comparison that window and packet both show; offsets are code points."""

    kind: RunKind
    article_start: int
    article_end: int
    source_start: int
    source_end: int


class Evidence(msgspec.Struct, frozen=True):
    """A passage that a claim rests on, or the nearest there is.

    `anchor` is None for evidence outside any document (a call back, a recording). `coverage` from 0 to 1 is the
    weighted share of the claim that the passage holds; below the level at which matching calls a claim supported,
    `supports` is False and the passage is only the nearest. `segments` has more than one anchor when the claim is
    spliced or shortened from several places. `speaker` is who says the passage in the source, as resolved there.
    """

    claim: str
    anchor: Anchor | None
    coverage: float
    supports: bool
    differences: tuple[Difference, ...] = ()
    runs: tuple[AlignedRun, ...] = ()
    segments: tuple[Anchor, ...] = ()
    speaker: str = ""
