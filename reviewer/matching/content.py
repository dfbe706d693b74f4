"""What of a claim or sentence counts when it is put in other words, and how far one holds the other."""

from collections.abc import Mapping, Sequence

import msgspec

from reviewer.matching.calendar import dates_agree, share_a_part, share_an_equal_part
from reviewer.matching.durations import is_a_duration
from reviewer.matching.families import kin_of, stem
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.library import Library
from reviewer.matching.quantities import compare
from reviewer.matching.rules import related_words
from reviewer.matching.stopwords import STOPWORDS
from reviewer.matching.vague import fits, is_vague
from reviewer.text.numbers import Quantity

_STEM, _KIN, SYNONYM = 0.9, 0.8, 0.7
"""What a word counts of which the passage has another form, one made from it, or one that says much the same."""

_SHORTEST = 2
"""Letters up to which a word has no other forms."""

_VAGUE = 0.8
"""What a word that gives a number roughly counts of which the passage has the number."""

_LEAST_RARE = 0.3
_YOUNGEST, _OLDEST = 10, 120
"""Between which a bare number may be somebody's years."""

_TELLING, _VALUE, _SMALL = 1.6, 1.2, 0.8
"""What a value weighs: one that is hardly met twice by chance, any other, and a small bare count."""

_SMALL_COUNT, _GREAT = 12, 1000
_NEAR, _ALIKE, _RELATED = 0.8, 0.6, 0.4
"""What a value counts of which the passage has the number without its unit, with another unit, or a like date."""


class Point(msgspec.Struct, frozen=True):
    """An item of the claim that counts, with its weight."""

    item: Item
    weight: float


class Hit(msgspec.Struct, frozen=True):
    """A point of the claim that a passage holds, the item that holds it, and how well (0 to 1).

    `worked` says that the passage does not print the figure: it follows from those that it prints.
    """

    point: Point
    item: Item
    worth: float
    worked: bool = False


def points_of(items: Sequence[Item], library: Library) -> list[Point]:
    """Return what counts of a claim's items: figures, dates and the words that say something, rare ones more."""
    points: list[Point] = []
    for item in items:
        if item.kind is not ItemKind.WORD:
            points.append(Point(item, _weight_of_value(item)))
        elif item.form not in STOPWORDS and not item.form.startswith("'"):
            points.append(Point(item, max(_LEAST_RARE, library.rarity(item.form))))
    return points


def _weight_of_value(item: Item) -> float:
    if is_telling(item):
        return _TELLING
    is_small = item.quantity is not None and item.quantity.unit == "" and abs(item.quantity.value) <= _SMALL_COUNT
    return _SMALL if is_small or (item.date is not None and item.date.relative) else _VALUE


def is_telling(item: Item) -> bool:
    """Return whether a figure or date is so special that a text which gives it hardly does so by chance.

    That is a figure of three digits, or of two with a unit, and a date that tells a day.
    """
    if item.quantity is not None:
        digits = len(f"{abs(item.quantity.value):.10g}".replace(".", "").strip("0"))
        return (
            digits >= 3
            or abs(item.quantity.value) >= _GREAT
            or (digits >= 2 and item.quantity.unit not in ("", "share", "ordinal"))
        )
    return item.date is not None and not item.date.relative and len(item.date.iso) >= 7


def is_sure_value(hit: Hit) -> bool:
    """Return whether a hit is a telling figure or date of the claim that the passage gives as it is."""
    return is_telling(hit.point.item) and hit.worth == 1.0


def hits_in(points: Sequence[Point], items: Sequence[Item]) -> list[Hit]:
    """Return the points that some items hold, each with the item that holds it best.

    A word that is one of the claim's own does not stand for another one as its synonym as well.
    """
    values = [item for item in items if item.kind is not ItemKind.WORD]
    words = [item for item in items if item.kind is ItemKind.WORD]
    forms = {item.form: item for item in reversed(words)}
    stems = {stem(item.form): item for item in reversed(words) if len(item.form) > _SHORTEST}
    found = [_same_word(point, forms, stems) for point in points if point.item.kind is ItemKind.WORD]
    hits = {hit.point.item.start: hit for hit in found if hit is not None}
    taken = {hit.item.start for hit in hits.values()}
    families = _families([item for item in words if item.start not in taken])
    for point in points:
        if point.item.start in hits:
            continue
        is_word = point.item.kind is ItemKind.WORD
        hit = _in_other_words(point, values, families) if is_word else _same_value(point, values)
        if hit is not None:
            hits[point.item.start] = hit
    return [hits[point.item.start] for point in points if point.item.start in hits]


def _same_word(point: Point, forms: Mapping[str, Item], stems: Mapping[str, Item]) -> Hit | None:
    """Return the first word that is the claim's, another form of it, or made from it; both maps give first words."""
    form = point.item.form
    if form in forms:
        return Hit(point, forms[form], 1.0)
    if len(form) <= _SHORTEST:
        return None
    family = stem(form)
    if family in stems:
        return Hit(point, stems[family], _STEM)
    kin = min((stems[other] for other in kin_of(family) if other in stems), key=lambda item: item.start, default=None)
    return None if kin is None else Hit(point, kin, _KIN)


def _families(words: Sequence[Item]) -> dict[int, Item]:
    """Return for each group of synonyms the first word of it; names have no synonyms."""
    groups = related_words()
    return {
        group: item for item in reversed(words) if not item.capital or item.leads for group in groups.get(item.form, ())
    }


def _in_other_words(point: Point, values: Sequence[Item], families: dict[int, Item]) -> Hit | None:
    form = point.item.form
    if is_vague(form):
        fitting = next((item for item in values if item.quantity and fits(form, item.quantity)), None)
        if fitting is not None:
            return Hit(point, fitting, _VAGUE)
    group = next((group for group in related_words().get(form, ()) if group in families), None)
    return None if group is None else Hit(point, families[group], SYNONYM)


def _same_value(point: Point, values: Sequence[Item]) -> Hit | None:
    rated = [(likeness(point.item, item), item) for item in values]
    worth, value = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if value is not None and worth:
        return Hit(point, value, worth)
    dates = [item for item in values if item.date]
    if point.item.quantity and dates and is_a_duration(point.item.quantity, dates):
        return Hit(point, dates[0], _NEAR)
    return None


def says_the_same(claim: Item, source: Item) -> bool:
    """Return whether a figure or date of the claim is fairly given by one of the source."""
    if claim.quantity and source.quantity:
        return compare(claim.quantity, source.quantity).is_fair or _is_one_age(claim.quantity, source.quantity)
    if claim.date and source.date:
        return share_a_part(claim.date, source.date) and dates_agree(claim.date, source.date)
    return bool(claim.date and source.quantity) and _is_one_time(claim, source)


def _is_one_time(claim: Item, source: Item) -> bool:
    """Return whether a time of day is printed in the source as a number (`Arrived 10.25` for `10.25am`)."""
    date, quantity = claim.date, source.quantity
    if date is None or quantity is None or date.iso[:1] != "T" or quantity.unit or quantity.decimals != 2:
        return False
    hour, minute = int(date.iso[1:3]), int(date.iso[4:6])
    return round(quantity.value * 100) in (hour * 100 + minute, (hour - 12) * 100 + minute)


def likeness(claim: Item, source: Item) -> float:
    """Return how surely a value of a source is the one that the claim means, from 0 to 1, even if it is not the same.

    Numbers are alike when only one has a unit, when they have another unit, or when one is an end of the other's range.
    """
    if says_the_same(claim, source):
        return 1.0 if is_as_exact(claim, source) else _RELATED
    if claim.quantity and source.quantity and is_telling(claim):
        return _likeness_of_numbers(claim.quantity, source.quantity)
    if claim.date and source.date and share_an_equal_part(claim.date, source.date):
        return _RELATED if not claim.date.relative else 0.0
    return 0.0


def _likeness_of_numbers(claim: Quantity, source: Quantity) -> float:
    ends = {abs(source.value), abs(source.high) if source.high is not None else abs(source.value)}
    if claim.high is not None or abs(claim.value) not in ends or "ordinal" in (claim.unit, source.unit):
        return 0.0
    if claim.unit == source.unit or "" in (claim.unit, source.unit):
        return _NEAR
    return _ALIKE


def is_as_exact(item: Item, other: Item) -> bool:
    """Return whether a date says as much as another (`in July` does not give `3 July`); figures always do."""
    if item.date is None or other.date is None or other.date.relative or len(other.date.iso) >= len(item.date.iso):
        return True
    return item.date.relative and other.date.iso.startswith("--") and len(other.date.iso) == len("--12-31")


def _is_one_age(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one number of years, of which one text leaves the word out (`over 65`)."""
    is_age = {one.unit, other.unit} == {"", "year"} and _YOUNGEST <= one.value <= _OLDEST
    return is_age and one.value == other.value and one.high == other.high


def held_share(points: Sequence[Point], hits: Sequence[Hit]) -> float:
    """Return the weighted share of the points that are held."""
    total = sum(point.weight for point in points)
    return sum(hit.point.weight * hit.worth for hit in hits) / total if total else 0.0
