"""What of a claim or sentence counts when it is put in other words, and how far one holds the other."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.calendar import dates_agree, share_a_part
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.library import Library
from reviewer.matching.quantities import compare
from reviewer.matching.rules import synonym_groups
from reviewer.matching.stopwords import STOPWORDS
from reviewer.text.numbers import Quantity

_STEM, SYNONYM = 0.9, 0.7
"""What a word counts of which the passage has another form, or one that says much the same."""

_LEAST_RARE = 0.3
_OLDEST = 120


class Point(msgspec.Struct, frozen=True):
    """An item of the claim that counts, with its weight."""

    item: Item
    weight: float


class Hit(msgspec.Struct, frozen=True):
    """A point of the claim that a passage holds, the item that holds it, and how well (0 to 1)."""

    point: Point
    item: Item
    worth: float


def points_of(items: Sequence[Item], library: Library) -> list[Point]:
    """Return what counts of a claim's items: figures, dates and the words that say something, rare ones more."""
    points: list[Point] = []
    for item in items:
        if item.kind is not ItemKind.WORD:
            points.append(Point(item, 1.2))
        elif item.form not in STOPWORDS and not item.form.startswith("'"):
            points.append(Point(item, max(_LEAST_RARE, library.rarity(item.form))))
    return points


def stem(form: str) -> str:
    """Return what a word has in common with its inflections, roughly: its first five letters."""
    if len(form) <= 5:
        return form[:-1] if len(form) == 5 and form.endswith("s") else form
    return form[:5]


def hits_in(points: Sequence[Point], items: Sequence[Item]) -> list[Hit]:
    """Return the points that some items hold, each with the item that holds it best."""
    words = {item.form: item for item in reversed(items) if item.kind is ItemKind.WORD}
    stems = {stem(item.form): item for item in reversed(items) if item.kind is ItemKind.WORD and len(item.form) > 3}
    groups = synonym_groups()
    families = {group: item for form, item in words.items() for group in groups.get(form, ())}
    values = [item for item in items if item.kind is not ItemKind.WORD]
    hits: list[Hit] = []
    for point in points:
        form = point.item.form
        if point.item.kind is not ItemKind.WORD:
            value = next((item for item in values if says_the_same(point.item, item)), None)
            if value:
                hits.append(Hit(point, value, 1.0))
        elif form in words:
            hits.append(Hit(point, words[form], 1.0))
        elif len(form) > 3 and stem(form) in stems:
            hits.append(Hit(point, stems[stem(form)], _STEM))
        elif (family := next((group for group in groups.get(form, ()) if group in families), None)) is not None:
            hits.append(Hit(point, families[family], SYNONYM))
    return hits


def says_the_same(claim: Item, source: Item) -> bool:
    """Return whether a figure or date of the claim is fairly given by one of the source."""
    if claim.quantity and source.quantity:
        return compare(claim.quantity, source.quantity).is_fair or _is_one_age(claim.quantity, source.quantity)
    if claim.date and source.date:
        return share_a_part(claim.date, source.date) and dates_agree(claim.date, source.date)
    return False


def is_as_exact(item: Item, other: Item) -> bool:
    """Return whether a date says as much as another (`in July` does not give `3 July`); figures always do."""
    return item.date is None or other.date is None or len(other.date.iso) >= len(item.date.iso) or other.date.relative


def _is_one_age(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one number of years, of which one text leaves the word out (`over 65`)."""
    return {one.unit, other.unit} == {"", "year"} and one.value == other.value <= _OLDEST and one.high == other.high


def held_share(points: Sequence[Point], hits: Sequence[Hit]) -> float:
    """Return the weighted share of the points that are held."""
    total = sum(point.weight for point in points)
    return sum(hit.point.weight * hit.worth for hit in hits) / total if total else 0.0
