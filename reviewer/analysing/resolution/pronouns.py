"""Pronouns, by gender, recency and prominence."""

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.resolution.cast import Cast, Resolved


def by_pronoun(cast: Cast, pronoun: str, at: int) -> Resolved | None:
    """Return whom a pronoun (he, she, it, they, I, we) means at a place, None when nobody fits."""
    if pronoun in ("i", "we"):
        return cast.first_person
    if pronoun in ("he", "she"):
        return _person(cast, "m" if pronoun == "he" else "f", at)
    if pronoun == "they":
        return cast.last_group or cast.last_speaker
    if pronoun != "it":
        return None
    if cast.last_group is not None and cast.last_group is cast.last_speaker:
        return cast.last_speaker
    entity = cast.in_focus(at, lambda one: one.kind is not EntityKind.PERSON)
    return cast.resolved(entity) if entity is not None else None


def _person(cast: Cast, gender: str, at: int) -> Resolved | None:
    entity = cast.in_focus(at, lambda one: _may_be(one, gender))
    if entity is None:
        return None
    entity.gender = entity.gender or gender
    return cast.resolved(entity)


def _may_be(entity: Entity, gender: str) -> bool:
    if entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE):
        return False
    return entity.gender in ("", gender)
