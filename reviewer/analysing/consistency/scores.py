"""Results of matches: aggregates, goals for and against, points and tables."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.number_words import UNITS, value_of_words

_N = (
    r"(?:\d{1,3}|"
    + "|".join(word for word in UNITS if word != "zero")
    + r"|twenty(?:-\w+)?|thirty(?:-\w+)?|no|none|once|twice|an?)"
)
_SCORE = re.compile(r"(?<![\d–-])(\d{1,2})[-–](\d{1,2})(?![\d–-]|\s?(?:years?|points?|km|miles))")
_AGGREGATE = re.compile(r"(?<![\d–-])(?P<one>\d{1,2})[-–](?P<other>\d{1,2})\s(?:winners\s)?on\saggregate\b")
_OUTCOME = re.compile(
    r"\b(?P<how>won|beat|beating|defeated|lost|losing|drew|drawn|drawing|win|defeat|draw|victory|loss)\b"
    r"(?:\s(?!won|beat|lost|drew)[\w’'-]+){0,5}?,?\s(?P<one>\d{1,2})[-–](?P<other>\d{1,2})(?!\d)"
)
_OUTCOME_AFTER = re.compile(r"\b(?P<one>\d{1,2})[-–](?P<other>\d{1,2})\s(?P<how>win|defeat|draw|victory|loss)\b")
_GOALS = re.compile(
    rf"\b(?:scored|scoring|hit|netted)\s(?P<scored>{_N})(?:\sgoals?)?(?:\s(?:and|but|while)\s(?:have\s|has\s)?"
    rf"(?:let\sin|conceded|conceding|letting\sin)\s(?P<conceded>{_N})(?:\sgoals?)?)?(?=[,.;]|\sand\s|$)"
)
_TABLE = re.compile(
    rf"\bwon\s(?P<won>{_N})(?:\s(?:games|matches))?,?\s(?:and\s)?(?:drawn|drew)\s(?P<drawn>{_N}),?\s"
    rf"(?:and\s)?lost\s(?P<lost>{_N})"
    rf"(?:\sof|\sin|\sfrom)\s(?:their|its|the)\s(?:first\s|opening\s|last\s)?(?P<played>{_N})(?:\s[a-z]+)?\s"
    rf"(?:games|matches|fixtures)\b"
)
_POINTS = re.compile(
    rf"\b(?P<won>{_N})\swins?(?:,|\sand)\s(?P<drawn>{_N})\sdraws?(?P<more>[^.;\d]{{0,50}}?)\s(?:have|has|on|"
    rf"with|for|gives?\sthem|sit\son|gained|earned|total\sof)\s"
    rf"(?P<points>{_N})\spoints\b"
)
_HALF = re.compile(
    rf"\b(?:led|leading|ahead|up)\s(?P<one>\d{{1,2}})[-–](?P<other>\d{{1,2}})\s(?:at\s(?:half[- ]time|the\s"
    rf"(?:break|interval))|at\sthe\sinterval)"
    rf"(?:\s(?!\d)[\w’'-]+){{0,6}}?\s(?:scored|added|struck|netted|got)\s(?P<more>{_N})(?:\s(?:more|further|"
    rf"goals|times|in|after|the|second|half)){{0,6}}"
    rf",?\s(?:to|and)\s(?:win|won|run\sout\swinners)\s(?P<end>\d{{1,2}})[-–](?P<end_other>\d{{1,2}})"
)
_HALVES = re.compile(
    r"(?P<a>\d{1,3})[-–](?P<b>\d{1,3})\s(?:in|after|over)\sthe\s(?:first|opening)\shalf[^.;\d]{1,40}?(?P<c>\d{1,3})[-–](?P<d>\d{1,3})\s(?:in|over)\sthe\s"
    r"second(?:\shalf)?[^.;\d]{0,30}?\b(?:to\s(?:win|lose)|and\s(?:won|lost))\s(?P<one>\d{1,3})[-–](?P<other>\d{1,3})"
)
_GOALS_FROM = re.compile(
    r"\b(?:won|win|beat|beating|victory|drew|lost|defeat)\b[^.;]{0,40}?(?P<one>\d{1,2})[-–]"
    r"(?P<other>\d{1,2})[^.;\d]{0,40}?\b"
    r"(?:goals|tries)\s(?:from|by)\s(?P<names>[A-Z][^.;]{2,120}?)(?=[.;]|$)"
)
_SCORER = re.compile(r"(?:[A-Z][\w’'-]+\s?){1,3}(?:\s?\((?P<count>\d)\))?|\ban own goal\b")
_ALLOWED = re.compile(
    r"\b(?:bonus|deduct\w*|docked|own goals?|penalt\w+|shoot-?out|extra time|walkover|abandoned)\b", re.I
)


def wrong_scores(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Yield results in one sentence that do not follow from the others in it."""
    yield from _aggregates(text, sentence)
    yield from _goals(text, sentence)
    yield from _tables(text, sentence)
    yield from _second_halves(text, sentence)
    yield from _scorers(text, sentence)
    yield from _two_halves(text, sentence)


def _two_halves(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "14-7 in the first half and 10-3 in the second to win 24-10"."""
    for match in _HALVES.finditer(text, sentence.start, sentence.end):
        a, b, c, d, one, other = (int(match[name]) for name in ("a", "b", "c", "d", "one", "other"))
        if {one, other} not in ({a + c, b + d}, {a + d, b + c}):
            expected = f"{a + c}-{b + d}"
            working = f"{a}-{b} and {c}-{d} make {expected}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, f"{one}-{other}", expected, working)


def _scorers(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "won 4-1 with goals from Ott, Bell (2) and an own goal": as many as either side has."""
    for match in _GOALS_FROM.finditer(text, sentence.start, sentence.end):
        parts = re.split(r",\s(?:and\s)?|\sand\s", match["names"].strip())
        counted = [_SCORER.fullmatch(part) for part in parts]
        if not all(counted):
            continue
        goals = sum(int(found["count"] or 1) for found in counted if found is not None)
        if goals not in (int(match["one"]), int(match["other"])):
            working = f"{goals} goals are named"
            yield slip(
                Span(*match.span()), CheckKind.ARITHMETIC, f"{match['one']}-{match['other']}", str(goals), working
            )


def value(printed: str) -> int:
    """Return a small number as it is printed in reports: "twice", "a", "none" and words included."""
    folded = printed.casefold()
    known = {"once": 1, "twice": 2, "a": 1, "an": 1, "no": 0, "none": 0}
    return (
        known[folded] if folded in known else int(value_of_words(folded) or 0) if not folded.isdigit() else int(folded)
    )


def _aggregates(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "won 3-1, lost 2-1 and went through 4-3 on aggregate": the legs added in either order."""
    for total in _AGGREGATE.finditer(text, sentence.start, sentence.end):
        legs = list(_SCORE.finditer(text, sentence.start, total.start()))
        if len(legs) != 2 or _ALLOWED.search(text, sentence.start, sentence.end):
            continue
        (a, b), (c, d) = ((int(leg[1]), int(leg[2])) for leg in legs)
        stated = {int(total["one"]), int(total["other"])}
        level = c == d or a == b
        sums = [(a + c, b + d)] + ([] if level else [(a + d, b + c)])
        if not any(set(pair) == stated for pair in sums):
            expected = " or ".join(f"{max(pair)}-{min(pair)}" for pair in sums)
            working = f"{a}-{b} and {c}-{d} make {expected}"
            span = Span(legs[0].start(), total.end())
            yield slip(span, CheckKind.ARITHMETIC, f"{total['one']}-{total['other']}", expected, working)


def _goals(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "beat A 3-2, lost 1-0 to B and drew 2-2, and so have scored six and let in five"."""
    results = {match.start("one"): match for match in _OUTCOME.finditer(text, sentence.start, sentence.end)}
    results |= {match.start("one"): match for match in _OUTCOME_AFTER.finditer(text, sentence.start, sentence.end)}
    scores = list(_SCORE.finditer(text, sentence.start, sentence.end))
    told = _GOALS.search(text, max(results, default=sentence.end), sentence.end)
    if len(results) < 2 or told is None or len(scores) != len(results):
        return
    scored = conceded = 0
    for match in results.values():
        more, fewer = max(int(match["one"]), int(match["other"])), min(int(match["one"]), int(match["other"]))
        lost = match["how"] in ("lost", "losing", "defeat", "loss")
        scored, conceded = scored + (fewer if lost else more), conceded + (more if lost else fewer)
    wrong = value(told["scored"]) != scored or (told["conceded"] is not None and value(told["conceded"]) != conceded)
    if wrong and not _ALLOWED.search(text, sentence.start, sentence.end):
        span = Span(min(match.start() for match in results.values()), told.end())
        expected = f"{scored} scored and {conceded} conceded"
        yield slip(span, CheckKind.ARITHMETIC, told.group(), expected, f"the results make {expected}")


def _tables(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "won nine, drawn four and lost three of their 17 matches" and "nine wins and four draws, 31 points"."""
    for match in _TABLE.finditer(text, sentence.start, sentence.end):
        won, drawn, lost, played = (value(match[name]) for name in ("won", "drawn", "lost", "played"))
        if won + drawn + lost != played:
            working = f"{won} + {drawn} + {lost} = {won + drawn + lost}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, match["played"], str(won + drawn + lost), working)
    for match in _POINTS.finditer(text, sentence.start, sentence.end):
        won, drawn, points = (value(match[name]) for name in ("won", "drawn", "points"))
        usual = {3 * won + drawn, 2 * won + drawn}
        with_bonus = 4 * won + 2 * drawn <= points <= 5 * won + 4 * drawn
        if points not in usual and not with_bonus and not _ALLOWED.search(text, sentence.start, sentence.end):
            exact = 3 * won + drawn
            working = f"3 × {won} + {drawn} = {exact}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, match["points"], str(exact), working)


def _second_halves(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "led 2-0 at half-time and scored twice more to win 4-0"."""
    for match in _HALF.finditer(text, sentence.start, sentence.end):
        exact = int(match["one"]) + value(match["more"])
        if exact != int(match["end"]) and not _ALLOWED.search(text, sentence.start, sentence.end):
            working = f"{match['one']} + {value(match['more'])} = {exact}"
            printed = f"{match['end']}-{match['end_other']}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, printed, f"{exact}-{match['end_other']}", working)
