"""Right words, wrong speaker."""

import re
from collections.abc import Iterable, Sequence

from reviewer.matching.institutions import are_others, letterhead_of
from reviewer.matching.voices import Said, are_compatible, is_person, plain_name, same_speaker, speaks_for
from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding, Rule


def misattribution(
    claim: Claim, evidence: list[Evidence], surely_holds: bool, texts: Iterable[str], said: Said | None = None
) -> list[Finding]:
    """Report a claim whose passage is surely some other person's.

    Not when its speaker is unknown, when either of the two is an institution that may speak through anybody, when one
    of the texts ties the two by a role, or when another passage as good is the named speaker's. `said` tells what the
    source itself gives as another's words: the author of a document does not say what he reports of somebody.
    """
    if not evidence or not surely_holds or claim.attribution is None:
        return []
    named, texts = claim.attribution.resolved, list(texts)
    others = [one.speaker for one in evidence[1:] if one.supports and one.coverage >= 0.95 * evidence[0].coverage]
    if not named or any(not speaker or are_compatible(named, speaker) for speaker in others):
        return []
    who = (
        _another_person(claim, evidence[0].speaker, texts, said)
        or _of_a_role(named, said)
        or _another_issuer(claim, evidence[0].speaker, texts)
    )
    return [Finding(claim.id, Rule.MISATTRIBUTED, {"article": named, "source": who})] if who else []


def _another_person(claim: Claim, said_by: str, texts: Sequence[str], said: Said | None) -> str:
    """Return the person who says the passage when it cannot be the one whom the claim names."""
    assert claim.attribution is not None
    named = claim.attribution.resolved
    if (
        _names_nobody(claim.attribution.speaker, named)
        or not said_by
        or are_compatible(named, said_by)
        or not _is_somebody(said_by, texts[1:])
    ):
        return ""
    if len(plain_name(named)) < _FULL_NAME and not _PERSONAL.match(claim.attribution.speaker):
        return ""
    if any(speaks_for(named, said_by, text) for text in texts):
        return ""
    is_reported = said is not None and said.reporter is not None
    return "" if not is_reported and any(_is_headed_by(named, text) for text in texts[1:]) else said_by


def _of_a_role(named: str, said: Said | None) -> str:
    """Return whose words they are, by role alone, when the claim gives to a document's author what he reports."""
    if said is None or said.reporter is None or said.reporter.name or not said.author:
        return ""
    return said.reporter.words if same_speaker(named, said.author) and is_person(said.author) else ""


def _another_issuer(claim: Claim, said_by: str, texts: Sequence[str]) -> str:
    """Return the institution whose document it is when the claim names one of a kind that never speaks for it."""
    assert claim.attribution is not None
    mention, text = claim.attribution.speaker, texts[1] if len(texts) > 1 else ""
    issuer = letterhead_of(text)
    if not issuer or (said_by and is_person(said_by) and _is_of_another(said_by, text)):
        return ""
    return issuer if are_others(mention, issuer, text) and are_others(claim.attribution.resolved, issuer, text) else ""


def _is_of_another(person: str, text: str) -> bool:
    """Return whether a text says of what a person is a member (`Ann Coe, head of Marl Ferries`): no letterhead does."""
    surname = re.escape((plain_name(person)[-1:] or [""])[0])
    return bool(re.search(rf"\b{surname}\b,?[^.;:\n]{{0,60}}\b(?:of|at|from|for)\b", text, re.IGNORECASE))


_PERSONAL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Cllr|Judge|Rev)\b\.?")
_UNNAMED = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any)\s(?![A-Z])")
_PAPER = re.compile(
    r"\b(?:statement|report|notice|letter|e-?mail|minutes|transcript|document|documents|records?|filing|judgment|survey|poll|"
    r"study|paper|timeline|log|memo|page|website|leaflet|release)\b",
    re.IGNORECASE,
)


def _names_nobody(mention: str, named: str) -> bool:
    """Return whether a mention is of somebody unnamed (`A woman in Harbury`) or of a paper: any speaker fits those.

    So it is when nothing but a thing of his names him (`the author of The Salt Road`).
    """
    is_by_a_thing = re.search(rf"\bof\b.{{0,8}}{re.escape(named)}", mention)
    return bool(_UNNAMED.match(mention) or _PAPER.search(mention) or is_by_a_thing)


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
