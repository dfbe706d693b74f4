"""Right words, wrong speaker."""

import re
from collections.abc import Iterable

from reviewer.matching.voices import are_compatible, plain_name, speaks_for
from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding, Rule


def misattribution(claim: Claim, evidence: list[Evidence], surely_holds: bool, texts: Iterable[str]) -> list[Finding]:
    """Report a claim whose passage is surely some other person's.

    Not when its speaker is unknown, when either of the two is an institution, when one of the texts ties the two by a
    role, or when another passage as good is the named speaker's.
    """
    if not evidence or not surely_holds or claim.attribution is None:
        return []
    if _names_nobody(claim.attribution.speaker):
        return []
    named, said_by = claim.attribution.resolved, evidence[0].speaker
    if not named or not said_by or are_compatible(named, said_by):
        return []
    texts = list(texts)
    if len(plain_name(named)) < _FULL_NAME or not _is_somebody(said_by, texts[1:]):
        return []
    if any(speaks_for(named, said_by, text) for text in texts):
        return []
    if evidence[0].anchor and any(_is_headed_by(named, text) for text in texts[1:]):
        return []
    others = [one.speaker for one in evidence[1:] if one.supports and one.coverage >= 0.95 * evidence[0].coverage]
    if any(not speaker or are_compatible(named, speaker) for speaker in others):
        return []
    return [Finding(claim.id, Rule.MISATTRIBUTED, {"article": named, "source": said_by})]


_UNNAMED = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any)\s(?![A-Z])")
_PAPER = re.compile(
    r"\b(?:statement|report|notice|letter|e-?mail|minutes|transcript|document|documents|records?|filing|judgment|survey|poll|"
    r"study|paper|timeline|log|memo|page|website|leaflet|release)\b",
    re.IGNORECASE,
)


def _names_nobody(mention: str) -> bool:
    """Return whether a mention is of somebody unnamed (`A woman in Harbury`) or of a paper: any speaker fits those."""
    return bool(_UNNAMED.match(mention)) or bool(_PAPER.search(mention))


_FULL_NAME = 2
"""Words of a name that is sure to be a person's: a single one may be a place, or the start of a sentence."""


def _is_somebody(name: str, texts: Iterable[str]) -> bool:
    """Return whether a name can be a person's: one with `the` before it somewhere is a thing's."""
    thing = re.compile(rf"\bthe\s{re.escape(name)}\b", re.IGNORECASE)
    return len(name) > _FULL_NAME and not any(thing.search(text) for text in texts)


_HEAD = 400
"""Code points at the top of a source in which its author is named."""


def _is_headed_by(name: str, text: str) -> bool:
    """Return whether a source says in its head that these are somebody's words (`Remarks of Judge Ida Crane`)."""
    surname = (plain_name(name)[-1:] or [""])[0]
    pattern = (
        r"\b(?:statement|comment|remarks|speech|letter|evidence|testimony|address|judgment)\b[^\n]{0,24}\b(?:by|of|from)\b"
        rf"[^\n]{{0,60}}\b{re.escape(surname)}\b"
    )
    return bool(surname) and bool(re.search(pattern, text[:_HEAD], re.IGNORECASE))
