"""Figures of a claim that no sentence prints, but that follow from those of a sentence, its neighbours or its table."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations, takewhile

import msgspec

from reviewer.matching.arithmetic import direction_of, distinct, follows_from, numbers_a_line
from reviewer.matching.content import Hit, Point
from reviewer.matching.durations import is_a_duration
from reviewer.matching.extent import table_round
from reviewer.matching.items import Item, ItemKind, is_in_score
from reviewer.matching.library import Library
from reviewer.matching.quantities import is_fairly_rounded
from reviewer.matching.tables import is_row
from reviewer.matching.vague import factor_words
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention
from reviewer.text.numbers import Quantity
from reviewer.text.units import dimension_of, is_currency

_SURE, _LIKELY, _LOOSE = 0.8, 0.65, 0.5
"""What a figure that follows counts: the more figures stand there, the likelier one follows from them by chance."""

_FEW, _SOME, _MOST_VALUES = 3, 6, 12
_NEIGHBOURS = 2
"""Sentences before and after a sentence that are read with it, two in all."""

_REACH = 400
"""Code points before and after a sentence in which its neighbours are looked for."""

_CLOSE, _HEDGED = 0.05, 0.12
"""How far a ratio may lie from the factor that a claim names, relative to it; more behind `about` or `nearly`."""

_PER_YEAR = {"day": 365.0, "week": 52.0, "month": 12.0, "year": 1.0}
_TIMES = re.compile(r"\s+times\b|[\s-]?fold\b|\s+to\s+one\b", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:an?|per|each|apiece|for\s+(?:each|every))\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:average|mean|each|every|apiece)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s+(?:\w+\s+)?(?:others?|more)\b|\s+(?:other|further)\s", re.IGNORECASE)


class Worked(msgspec.Struct, frozen=True):
    """A stretch of a source from whose figures some of a claim's follow, and the hits that this makes."""

    span: Span
    hits: tuple[Hit, ...]


class Question(msgspec.Struct, frozen=True):
    """A claim whose figures are looked for: its items and points, the text they stand in, the day of publication."""

    items: Sequence[Item]
    points: Sequence[Point]
    article: str
    published: str | None

    def open_points(self, given: set[int]) -> list[Point]:
        """Return the points that are figures, or words for a factor, and that no sentence gives itself."""
        return [
            point
            for point in self.points
            if point.item.start not in given and (point.item.quantity is not None or factor_of(point.item, self) != 0)
            if not (
                point.item.quantity and (point.item.quantity.unit == "ordinal" or is_in_score(point.item, self.article))
            )
        ]


def factor_of(item: Item, question: Question) -> float:
    """Return the ratio that a word (`doubled`) or a number with `times` tells, 0 for none."""
    if item.quantity is None:
        return factor_words().get(item.form, 0.0)
    return item.quantity.value if _TIMES.match(question.article, item.end) else 0.0


def worked_out_at(source: int, span: Span, question: Question, given: set[int], library: Library) -> Worked | None:
    """Return the narrowest stretch round a sentence from which figures of the claim follow, None if there is none.

    Tried are the sentence, the sentence with its neighbours, and the table that it is a row of. A sentence without a
    figure or date of its own gives none.
    """
    wanted = question.open_points(given)
    if not wanted or all(item.kind is ItemKind.WORD for item in library.passage_items(source, span)):
        return None
    for window in _windows(source, span, library):
        sets = _sets_of_values(source, window, library)
        dates = [item for item in library.passage_items(source, window) if item.date]
        found = [hit for point in wanted if (hit := _hit(point, sets, dates, question, source, library))]
        if found:
            return Worked(window, tuple(found))
    return None


def _windows(source: int, span: Span, library: Library) -> Iterator[Span]:
    text = library.documents[source].text
    yield span
    if is_row(text, span):
        return
    around = library.sentences(source, Span(max(0, span.start - _REACH), min(len(text), span.end + _REACH)))
    before = [s for s in around if s.end <= span.start][-_NEIGHBOURS:]
    after = [s for s in around if s.start >= span.end][:_NEIGHBOURS]

    def is_read(sentence: Span) -> bool:
        return not library.is_no_passage(source, sentence) and not is_row(text, sentence)

    before = list(reversed([*takewhile(is_read, reversed(before))]))
    after = [*takewhile(is_read, after)]
    starts, ends = [span.start, *(s.start for s in reversed(before))], [span.end, *(s.end for s in after)]
    reach = [(back, on) for back in range(len(starts)) for on in range(len(ends)) if 0 < back + on <= _NEIGHBOURS]
    for back, on in sorted(reach, key=lambda steps: (sum(steps), steps)):
        yield Span(starts[back], ends[on])


def _sets_of_values(source: int, span: Span, library: Library) -> list[list[Item]]:
    """Return the figures that may be set against one another: those of a sentence, or of a table's row and column."""
    text = library.documents[source].text
    table = table_round(text, span) if is_row(text, span) else None
    if table is None:
        values = [o for o in library.passage_items(source, span) if o.quantity and not numbers_a_line(o, text)]
        return [values]
    rows = [
        [item for item in library.passage_items(source, row) if item.quantity]
        for row in library.sentences(source, table)
    ]
    mine = [item for item in library.passage_items(source, span) if item.quantity]
    columns = [[mine[at], row[at]] for row in rows if row and row != mine for at in range(min(len(mine), len(row)))]
    return [mine, *columns]


def _hit(
    point: Point,
    sets: Sequence[Sequence[Item]],
    dates: Sequence[Item],
    question: Question,
    source: int,
    library: Library,
) -> Hit | None:
    for values in sets:
        figures = distinct(v.quantity for v in values if v.quantity and _may_be_set_against(point.item, v.quantity))
        figures = figures[:_MOST_VALUES]
        if figures and _follows(point.item, figures, question):
            worth = _SURE if len(figures) <= _FEW else _LIKELY if len(figures) <= _SOME else _LOOSE
            return Hit(point, values[0], worth, worked=True)
    if point.item.quantity and dates and _is_time_since(point.item.quantity, dates, question, source, library):
        return Hit(point, dates[0], _LIKELY, worked=True)
    return None


def _may_be_set_against(item: Item, figure: Quantity) -> bool:
    """Return whether a figure can be part of a sum for another: shares, factors and times may be of anything."""
    if (
        item.quantity is None
        or item.quantity.unit in ("percent", "share")
        or dimension_of(item.quantity.unit) == "time"
    ):
        return True
    if item.quantity.unit in ("penny", "cent") and is_currency(figure.unit):
        return True
    return not figure.unit or dimension_of(figure.unit) in (dimension_of(item.quantity.unit), "share")


def _follows(item: Item, figures: Sequence[Quantity], question: Question) -> bool:
    factor = factor_of(item, question)
    if factor:
        hedge = bool(item.quantity and item.quantity.hedge)
        return any(_is_ratio(a, b, factor, hedge) for a, b in permutations(figures, 2))
    if item.quantity is None:
        return False
    if _is_one_less(item, figures, question) or _lasts_as_long(item.quantity, figures):
        return True
    quantity = _in_whole_money(item.quantity, figures)
    return _is_average(quantity, item, figures, question) or follows_from(
        quantity, figures, direction_of(question.items)
    )


def _in_whole_money(quantity: Quantity, figures: Sequence[Quantity]) -> Quantity:
    """Return pence or cents in the pounds or dollars that the passage counts in."""
    money = [figure.unit for figure in figures if is_currency(figure.unit)]
    if quantity.unit not in ("penny", "cent") or not money:
        return quantity
    step, value = quantity.step / 100, quantity.value / 100
    return msgspec.structs.replace(quantity, value=value, step=step, unit=money[0], decimals=2)


def _is_average(quantity: Quantity, item: Item, figures: Sequence[Quantity], question: Question) -> bool:
    """Return whether a figure told of each (`an average of`, `per head`, `a family`) is a sum over a count."""
    lead = question.article[max(0, item.start - 24) : item.start]
    if not (_EACH.match(question.article, item.end) or _AVERAGE.search(lead)):
        return False
    return any(
        whole.unit == quantity.unit
        and not count.unit
        and count.value > 1
        and (
            abs(whole.value / count.value - quantity.value) <= quantity.step / 2 + 1e-9
            or is_fairly_rounded(quantity, whole.value / count.value)
        )
        for whole, count in permutations(figures, 2)
    )


def _is_ratio(one: Quantity, other: Quantity, factor: float, is_hedged: bool) -> bool:
    same = one.unit == other.unit and one.high is other.high is None
    if not same or not other.value or one.unit == "ordinal":
        return False
    ratio = abs(one.value / other.value)
    return abs(ratio - factor) <= (_HEDGED if is_hedged else _CLOSE) * factor


def _is_one_less(item: Item, figures: Sequence[Quantity], question: Question) -> bool:
    """Return whether `14 others` are the fifteen of the source without the one spoken of."""
    quantity = item.quantity
    if quantity is None or quantity.unit or not _OTHERS.match(question.article, item.end):
        return False
    return any(not figure.unit and figure.high is None and figure.value == quantity.value + 1 for figure in figures)


def _lasts_as_long(quantity: Quantity, figures: Sequence[Quantity]) -> bool:
    """Return whether a hedged time is how long one figure lasts when the other is used up in a year."""
    per_year = _PER_YEAR.get(quantity.unit, 0.0)
    if not per_year or not quantity.hedge or len(figures) > _FEW:
        return False
    return any(
        one.unit == other.unit
        and dimension_of(one.unit) != "time"
        and one.unit not in ("percent", "share", "percentage_point", "ordinal")
        and other.value
        and abs(abs(one.value / other.value) * per_year - quantity.value) <= max(0.5, _CLOSE * quantity.value)
        for one, other in permutations(figures, 2)
    )


def _is_time_since(
    quantity: Quantity, dates: Sequence[Item], question: Question, source: int, library: Library
) -> bool:
    """Return whether a time runs from a date of the passage to another, to the source's own or to publication."""
    if dimension_of(quantity.unit) != "time" and not (quantity.unit == "" and _may_be_years(quantity)):
        return False
    if is_a_duration(quantity, dates):
        return True
    ends = [item for item in library.dates_on_top_of(source) if item.date]
    ends += [item for item in question.items if item.date and not item.date.relative]
    if question.published:
        day = DateMention(0, 0, question.published[:10])
        ends.append(Item(0, 0, day.iso, ItemKind.DATE, date=day))
    return any(
        is_a_duration(quantity, [date, end]) or _is_in_full(quantity, date, end)
        for date in dates
        for end in ends
        if _have_years(date, end)
    )


def _is_in_full(quantity: Quantity, one: Item, other: Item) -> bool:
    """Return whether a time is that between two dates in full months or years: seven and a half are `seven` to many."""
    fuller = msgspec.structs.replace(quantity, value=quantity.value + 0.5, hedge="")
    return quantity.unit in ("month", "year") and not quantity.hedge and is_a_duration(fuller, [one, other])


def _may_be_years(quantity: Quantity) -> bool:
    return quantity.value > _MOST_VALUES and quantity.value == int(quantity.value)


def _have_years(one: Item, other: Item) -> bool:
    """Return whether two dates can be told apart: both give a year, or both leave it out."""
    starts = [item.date.iso[:4].isdigit() for item in (one, other) if item.date]
    return len(starts) == 2 and starts[0] == starts[1]
