"""Who issued a study, report or statement that an article speaks of without a name."""

import re
from collections.abc import Mapping, Sequence

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon

_STUDIES = (
    *("study", "studies", "research", "paper", "findings", "results", "trial", "analysis", "report"),
    *("researchers", "team", "scientists", "authors", "survey", "poll"),
)
STUDIES = frozenset(_STUDIES)
"""Words for a piece of research and for those who did it."""
_BY = re.compile(
    r"\b(?P<what>[\w-]+)(?:\s[\w’'-]+){0,5}?,?\s(?:by|from|at|for|issued by|published by|commissioned by|"
    r"carried out by)\s(?:[\w’'-]+\s){0,6}?$"
)
_ONLY_TOUCHED_BY = re.compile(
    r"\b(?:paid for|funded|financed|supported|sponsored|backed|criticised|criticized|rejected|welcomed|quoted|cited|"
    r"seen|obtained|reviewed|requested)\s+(?:by|for)\s+(?:[\w’'-]+\s+){0,6}$"
)
"""Whoever pays for a study, reads or rejects it has not issued it."""
_REACH = 90


def find_issuers(text: str, entities: Sequence[Entity]) -> Mapping[str, Entity]:
    """Return the institution behind each document word ("study", "report"): the one it is first said to be by.

    Researchers at an institution speak for its study: one that is said to be by nobody falls back on theirs.
    """
    issuers: dict[str, Entity] = {}
    institutions = [entity for entity in entities if entity.kind is EntityKind.ORGANISATION]
    places = [(mention.start, entity) for entity in institutions for mention in entity.mentions]
    for start, entity in sorted(places, key=lambda place: place[0]):
        lead = re.split(r"[.!?]\s|[\n“”\"]", text[max(0, start - _REACH) : start])[-1]
        match = _BY.search(lead)
        if match is None or _ONLY_TOUCHED_BY.search(lead):
            continue
        for word in re.findall(r"[\w-]+", lead[match.start() :].casefold()):
            if word in lexicon().documents or word in _STUDIES:
                issuers.setdefault(word, entity)
    for word in _STUDIES:
        known = next((issuers[other] for other in _STUDIES if other in issuers), None)
        if known is not None:
            issuers.setdefault(word, known)
    return issuers
