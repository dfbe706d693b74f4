"""Frames: the wordings in which a figure is said to follow from others, read over paragraphs whose figures are marks.

A paragraph is read with each figure replaced by one character that tells its class, so that a wording is a short
pattern ("{w}…, of which {p}…, leaving {r}") and says nothing of how a figure is printed. A figure that follows
from others in one reading is right, whatever another reading makes of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import count, product

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention
from reviewer.text.numbers import Quantity
from reviewer.text.units import dimension_of, is_currency

_CLASSES = "NMPXUTSOIDRG"
"""Counts, money, percent, points, other units, time, shares, ordinals, "one", dates, ranges, numbers in names."""

_FIRST, _ROOM = 0xE000, 0x200
_EXACT_BELOW = 100_000
_SENTENCE_STOP = r"(?:[.;:!?][”\"’')]*\s)"


def _of_class(letters: str) -> str:
    return "".join(
        f"{chr(_FIRST + _ROOM * _CLASSES.index(letter))}-{chr(_FIRST + _ROOM * (_CLASSES.index(letter) + 1) - 1)}"
        for letter in letters
    )


_BLOCKING = _of_class("NMPXUR")
_FIGURE = "NMUI"
_NO_COUNT = re.compile(r"\s(?:after|of|another|by|in|day|who|that|which)\b|-|[’']s\b|[,.;:)]")
_OF_A_POINT = re.compile(r"[\s-](?:of\s)?(?:an?\s)?(?:percentage[\s-])?point\b")
_IN_A_NAME = re.compile(
    r"\b(?!(?:Of|In|At|Some|About|The|And|Only|Just|From|By|To|With|For|Over|Nearly|Almost|Around|Between|All|Another|"
    r"But|More|Most|Under|Up|After|Before|Since|Than|On|Or|An?|Its|His|Her|Their|Our|These|Those|Both|Each|Every|Just|"
    r"Fewer|Less|Exactly|Roughly|That|This|As|When|While|If|Now|Then|Still|Out|Last|First)\b)[A-Z][\w’'-]*\s$"
)
"""What stands before the number of a model, a road or a flight, or before a party's seats in a list."""

_FILLER = rf"[^{_BLOCKING}.;:!?\n]{{0,60}}?"
_WITHOUT_COMMA = rf"(?:(?!\b(?:while|whereas|but|as)\b)[^{_BLOCKING}.,;:!?\n]){{0,40}}?"
_JOINT = rf"[^{_BLOCKING}.;:!?\n]{{0,45}}?(?:,|\band\b|\bplus\b)[^{_BLOCKING}.;:!?\n]{{0,45}}?"


class Marked(msgspec.Struct, frozen=True):
    """A paragraph with one character for each figure and date; `starts` are the offsets of its characters."""

    words: str
    starts: tuple[int, ...]
    figures: Mapping[int, Quantity]
    dates: Mapping[int, DateMention]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document under some of the characters, without a hedge before its first figure."""
        figure, last = self.figures.get(start), self.figures.get(end - 1) or self.dates.get(end - 1)
        return Span(figure.start if figure else self.starts[start], last.end if last else self.starts[end - 1] + 1)


class Reading(msgspec.Struct, frozen=True):
    """One reading of a figure: the figure it was found for, and the slip it would be, None when the figure fits."""

    stated: Quantity
    check: InternalCheck | None


Roles = Mapping[str, Sequence[Quantity]]
Judge = Callable[[Roles], tuple[CheckKind, str, str] | None]
"""Returns the kind, what was expected and the working when the figures do not agree, None when they do."""


class Frame(msgspec.Struct, frozen=True):
    """A wording with the role of each of its figures; `stated` is the role of the figure that must follow.

    `unless` is a pattern of words that make the wording mean something else wherever they stand in it.
    """

    pattern: str
    stated: str
    judge: Judge
    applies: Callable[[Roles], bool] = lambda _roles: True
    unless: str = ""


def mark(text: str, sentences: Sequence[CheckedSentence]) -> Marked:
    """Return the sentences of one paragraph with their figures marked."""
    known: list[tuple[int, int, Quantity | DateMention]] = []
    for one in sentences:
        figures_here = [_without_comparison(text, figure, one.quantities) for figure in one.quantities]
        known += [(figure.hedge_start if figure.hedge else figure.start, figure.end, figure) for figure in figures_here]
        known += [(mention.start, mention.end, mention) for mention in one.dates]
    known.sort(key=lambda entry: entry[:2])
    letters: list[str] = []
    starts: list[int] = []
    figures: dict[int, Quantity] = {}
    dates: dict[int, DateMention] = {}
    at = sentences[0].sentence.start
    for start, end, entry in known:
        if start < at or len(figures) + len(dates) >= _ROOM:
            continue
        letters += text[at:start]
        starts += range(at, start)
        (figures if isinstance(entry, Quantity) else dates)[len(letters)] = entry  # type: ignore[assignment]
        letter = _class_of(text, entry) if isinstance(entry, Quantity) else "D"
        letters.append(chr(_FIRST + _ROOM * _CLASSES.index(letter) + len(figures) + len(dates) - 1))
        starts.append(start)
        at = end
    last = sentences[-1].sentence.end
    letters += text[at:last]
    starts += range(at, last)
    words = "".join(letters).replace("’", "'").replace("\u00a0", " ")
    return Marked(words, tuple(starts), figures, dates)


def _without_comparison(text: str, figure: Quantity, others: Sequence[Quantity]) -> Quantity:
    """Return a figure without a hedge that compares it with the figure right before: "£14 less than the £196"."""
    compares = figure.hedge in ("over", "under") and any(
        not text[other.end : figure.hedge_start].strip() for other in others if other.end <= figure.hedge_start
    )
    return msgspec.structs.replace(figure, hedge="", hedge_start=figure.start) if compares else figure


def _class_of(text: str, figure: Quantity) -> str:
    if figure.high is not None:
        return "R"
    if figure.unit == "share" and _OF_A_POINT.match(text, figure.end):
        return "G"
    if figure.unit in ("percent", "percentage_point", "share", "ordinal"):
        return {"percent": "P", "percentage_point": "X", "share": "S", "ordinal": "O"}[figure.unit]
    if not figure.unit:
        if _IN_A_NAME.search(text, max(0, figure.start - 24), figure.start):
            return "G"
        if text[figure.start : figure.end].casefold() == "one":
            return "O" if _NO_COUNT.match(text, figure.end) else "I"
        return "N"
    if is_currency(figure.unit) or figure.unit in ("penny", "cent"):
        return "M"
    return "T" if dimension_of(figure.unit) == "time" else "U"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a frame's pattern: `{a}` is a figure in the role a, `{a:NM}` one of some classes, `{a+}` a list of them,
    `…` words without a figure inside a sentence, `‥` the same without a comma, `§` the end of a sentence, `¤` a date.
    """
    body = pattern.replace("…", _FILLER).replace("‥", _WITHOUT_COMMA).replace("§", _SENTENCE_STOP).replace(" ", r"\s")
    body = body.replace("¤", f"[{_of_class('D')}]")
    return re.compile(_ROLE.sub(partial(_group_of, count()), body), re.IGNORECASE)


_ROLE = re.compile(r"\{(?P<role>[a-z])(?P<list>\+)?(?::(?P<classes>\w+))?\}")


def _group_of(numbers: Iterator[int], found: re.Match[str]) -> str:
    """Return the group of a role; a role may stand in several branches of a pattern, so that each gets a number."""
    letter = f"[{_of_class(found['classes'] or _FIGURE)}]"
    more = rf"(?:{_JOINT}{letter}){{1,9}}" if found["list"] else ""
    return rf"(?P<{found['role']}{next(numbers)}>{letter}{more})"


@cache
def _members(pattern: str) -> Mapping[str, re.Pattern[str]]:
    """Return, for each group of a frame, the characters that are its figures."""
    roles = [(found["role"], found["classes"] or _FIGURE) for found in _ROLE.finditer(pattern)]
    return {f"{role}{number}": re.compile(f"[{_of_class(classes)}]") for number, (role, classes) in enumerate(roles)}


class Match(msgspec.Struct, frozen=True):
    """A place where a pattern holds: the figures and dates in its roles and the stretch from the first to the last."""

    roles: Mapping[str, Sequence[Quantity]]
    dates: Mapping[str, DateMention]
    span: Span
    words: str


def matches(marked: Marked, pattern: str) -> Iterator[Match]:
    """Yield the places where a pattern holds, also those that overlap."""
    at, members = 0, _members(pattern)
    while match := compiled(pattern).search(marked.words, at):
        at = match.start() + 1
        places = [
            (group[0], place)
            for group, found in match.groupdict().items()
            if found is not None
            for place in range(*match.span(group))
            if members[group].match(marked.words[place])
        ]
        roles: dict[str, list[Quantity]] = {}
        dates: dict[str, DateMention] = {}
        for role, place in places:
            if place in marked.figures:
                roles.setdefault(role, []).append(marked.figures[place])
            elif place in marked.dates:
                dates[role] = marked.dates[place]
        used = [Span(one.start, one.end) for several in roles.values() for one in several]
        used += [Span(one.start, one.end) for one in dates.values()]
        if used:
            span = Span(min(one.start for one in used), max(one.end for one in used))
            yield Match(roles, dates, span, match.group())


def readings(marked: Marked, text: str, frames: Iterable[Frame]) -> Iterator[Reading]:
    """Yield every reading that the frames find in a paragraph."""
    if len(marked.figures) < 2:
        return
    for frame in frames:
        for match in matches(marked, frame.pattern):
            if frame.unless and compiled(frame.unless).search(match.words):
                continue
            if match.roles.get(frame.stated) and frame.applies(match.roles):
                stated = match.roles[frame.stated][0]
                yield Reading(stated, _check(text, match.span, stated, frame.judge(match.roles)))


def _check(text: str, span: Span, stated: Quantity, verdict: tuple[CheckKind, str, str] | None) -> InternalCheck | None:
    if verdict is None:
        return None
    kind, expected, working = verdict
    return slip(span, kind, text[stated.start : stated.end], expected, working)


def unexplained(found: Iterable[Reading]) -> Iterator[InternalCheck]:
    """Yield one slip for each figure that fits in none of its readings, the one of the shortest stretch."""
    by_figure: dict[int, list[Reading]] = {}
    for reading in found:
        by_figure.setdefault(reading.stated.start, []).append(reading)
    for several in by_figure.values():
        checks = [reading.check for reading in several if reading.check is not None]
        if len(checks) == len(several):
            yield min(checks, key=lambda check: check.end - check.start)


def blur(figure: Quantity) -> float:
    """Return how far a figure may lie from its print: sums of money and counts in full are exact or nearly so.

    A percentage without decimals is rounded to the last unit even when that is a nought.
    """
    value = abs(figure.value)
    if figure.unit in ("percent", "percentage_point") and not figure.decimals and figure.step >= 1:
        return max(0.5, value * 0.06 if figure.hedge else 0.0)
    if figure.hedge:
        is_precise = value >= 100 * figure.step
        return min(slack(figure), figure.step) if is_precise else slack(figure)
    if figure.decimals:
        return slack(figure)
    if figure.step < 1:
        return figure.step * 0.2
    most = 0.05 if value >= _EXACT_BELOW else 0.003 if is_currency(figure.unit) else 0.015
    return min(slack(figure) * 0.4, value * most)


def blurs(figures: Sequence[Quantity]) -> list[float]:
    """Return the blur of each figure; beside one with decimals a whole one of its unit is as exact: 5 and 5.25."""
    finest = {
        figure.unit: min(other.step for other in figures if other.decimals and other.unit == figure.unit)
        for figure in figures
        if figure.decimals
    }
    return [
        min(blur(figure), finest[figure.unit] / 2) if figure.unit in finest and not figure.hedge else blur(figure)
        for figure in figures
    ]


def reach(formula: Callable[..., float], figures: Sequence[Quantity]) -> tuple[float, float]:
    """Return the least and the greatest value of a formula for what the printed figures may stand for."""
    edges = [
        sorted({figure.value - room, figure.value + room})
        for figure, room in zip(figures[:8], blurs(figures), strict=False)
    ]
    edges += [[figure.value] for figure in figures[8:]]
    values = [formula(*corner) for corner in product(*edges)]
    return min(values), max(values)


def fits(stated: Quantity, formula: Callable[..., float], figures: Sequence[Quantity], extra: float = 0.0) -> bool:
    """Return whether a printed figure may be the value of a formula of other printed figures."""
    try:
        low, high = reach(formula, figures)
    except ZeroDivisionError:
        return True
    room = blur(stated) + extra + 1e-9 * max(1.0, abs(stated.value))
    return low - room <= stated.value <= high + room


def alike(*figures: Quantity) -> bool:
    """Return whether figures count the same thing as far as their units tell."""
    return len({figure.unit for figure in figures}) == 1
