"""Pronouns, by gender, recency and prominence."""

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import SOON, Cast, Resolved
from reviewer.text.wordlists import word_set


def by_pronoun(cast: Cast, pronoun: str, at: int) -> Resolved | None:
    """Return whom a pronoun (he, she, it, they, I, we) means at a place, None when nobody fits."""
    if pronoun in ("i", "we"):
        return cast.first_person
    if pronoun in ("he", "she"):
        return _person(cast, "m" if pronoun == "he" else "f", at)
    if pronoun == "they":
        together = cast.last_plural
        soon = together is not None and cast.paragraph - together[1] <= SOON
        return together[0] if together and soon else cast.last_group or cast.last_speaker
    if pronoun != "it":
        return None
    if cast.last_group is not None and cast.last_group is cast.last_speaker:
        return cast.last_speaker
    entity = cast.in_focus(at, lambda one: one.kind not in (EntityKind.PERSON, EntityKind.PLACE))
    return cast.resolved(entity) if entity is not None else None


def _person(cast: Cast, gender: str, at: int) -> Resolved | None:
    """Return the person in focus; else whoever spoke last or was named last, so that no pronoun stays one."""
    known = cast.in_focus(at, lambda one: one.kind is EntityKind.PERSON and _may_be(one, gender), gender)
    entity = known or cast.in_focus(at, lambda one: _may_be(one, gender)) or _fallback(cast, gender, at)
    if entity is None:
        return None
    entity.gender = entity.gender or gender
    return cast.resolved(entity)


def _fallback(cast: Cast, gender: str, at: int) -> Entity | None:
    spoke = cast.last_speaker.entity if cast.last_speaker is not None else None
    if spoke is not None and _has_a_persons_name(spoke) and spoke.gender in ("", gender):
        return spoke
    fitting = [one for one in cast.entities if _may_be(one, gender) and one.kind is EntityKind.PERSON]
    fitting = fitting or [one for one in cast.entities if _has_a_persons_name(one) and one.gender in ("", gender)]
    before = [one for one in fitting if cast.recency(one, at) >= 0]
    return max(before, key=lambda one: cast.recency(one, at), default=next(iter(fitting), None))


def _has_a_persons_name(entity: Entity) -> bool:
    """Return whether a name may be a person's, whatever it was taken for: no word in it says institution or place."""
    words = entity.words
    known = lexicon().organisation_words | word_set("people", "geographic_words")
    return 1 < len(words) <= 3 and not any(word in known for word in words) and entity.kind is not EntityKind.PLACE


def _may_be(entity: Entity, gender: str) -> bool:
    if entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE):
        return False
    return entity.gender in ("", gender)
