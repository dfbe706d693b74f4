"""Claims: what the article says, and who it says said it."""

import hashlib
from enum import StrEnum

import msgspec

from reviewer.model.anchor import Anchor
from reviewer.model.geometry import Span


class ClaimKind(StrEnum):
    """How the article makes the claim."""

    DIRECT_QUOTE = "direct_quote"
    MIXED_QUOTE = "mixed_quote"
    INDIRECT_QUOTE = "indirect_quote"
    FIGURE = "figure"
    ASSERTION = "assertion"


class Place(StrEnum):
    """Where in the article the claim stands."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to have said it.

    `speaker` is the mention as printed at `speaker_span` ("she", "the statement"), `resolved` the canonical person
    or institution, `cue` the word that attributes ("said", "according to") at `cue_span`, `resolved_from` the text
    that the resolution rests on. Spans are code points; None when the mention or the cue is not printed there.
    """

    speaker: str
    resolved: str
    cue: str = ""
    resolved_from: str = ""
    speaker_span: Span | None = None
    cue_span: Span | None = None


class Claim(msgspec.Struct, frozen=True):
    """One thing to be checked.

    `id` comes from the first anchor it was found at and is kept by later analyses. `quoted` are the stretches
    inside quotation marks (marks left out). `worth_checking` from 0 to 1 orders the list; it never hides a claim.
    `duplicates` are ids of claims that say the same in another place (headline, standfirst, lead). `said` are the
    stretches that are attributed, without speaker and cue ("profits fell" of "The firm said profits fell"); empty
    when nobody is said to say it.
    """

    id: str
    anchor: Anchor
    kind: ClaimKind
    place: Place = Place.BODY
    attribution: Attribution | None = None
    quoted: tuple[Span, ...] = ()
    worth_checking: float = 0.5
    duplicates: tuple[str, ...] = ()
    added_by_editor: bool = False
    said: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Return where it stands in the article, in code points."""
        return self.anchor.span

    @property
    def text(self) -> str:
        """Return the claim as printed."""
        return self.anchor.exact


def claim_id(document: str, span: Span) -> str:
    """Return the id of a claim first found at this place: 16 hex digits, the same on every machine."""
    return hashlib.sha256(f"{document}:{span.start}:{span.end}".encode()).hexdigest()[:16]
