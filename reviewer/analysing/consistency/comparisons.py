"""Two figures and how far they lie apart, whatever words and order tell it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reviewer.analysing.consistency.facts import Cue, Fact, facts_of, same_kind, stretch
from reviewer.analysing.consistency.frames import Reading, alike
from reviewer.analysing.consistency.judges import judge_change, judge_difference
from reviewer.analysing.consistency.scene import CheckedSentence, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.text.number_words import value_of_words
from reviewer.text.numbers import Quantity
from reviewer.text.wordlists import number_table, word_set

_POINTS_BACK = re.compile(r"[\"“‘']?(?:That|This|It|The)\b")
_LEFT = re.compile(
    r"\b(?:leav\w+|left\swith|short\sof|still\sneeds?|still\sow(?:es?|ed|ing)|needs?\sanother|must\sstill\sfind|remain\w*\sto)\s(?:[a-z]+\s){0,3}?$",
    re.IGNORECASE,
)
_SAYS_LEFT = re.compile(
    r"\s(?:still\s)?(?:to\s(?:find|raise|go|come)|short|outstanding|left|remaining)\b", re.IGNORECASE
)
_STILL = re.compile(
    r"\s(?:is\s|are\s|was\s)?still\s(?:to\sbe|to\s(?:find|raise|go|come)|needed|required|missing|wanted)\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:respectively|rates?\sof|each|apiece|per\s(?!cent)\w+|a\shead|while|whereas|although|despite|excluding|net\sof|"
    r"adjust\w+|annuali[sz]ed|(?:second|third|fourth|latest|another)\s(?:rise|increase|cut|fall|drop|jump)|real\sterms|on\saverage)\b",
    re.IGNORECASE,
)


_HEDGE = (
    r"(?P<hedge>\b(?:(?:well|just)\s)?(?:more\sthan|less\sthan|almost|nearly|about|roughly|at\sleast|over|"
    r"close\sto|some)\s)?"
)
_FOLD = re.compile(
    rf"{_HEDGE}\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)-?fold\b", re.IGNORECASE
)
_TIMES_AS = re.compile(
    r"\btimes\s(?:(?:as\s(?:many|much|high|large)(?:\s\w+)?\sas|more\sthan|the)\s)?(?:the\s|last\s\w+[’']s\s|its\s|a\s)?"
    r"(?:[\w’'-]+\s){0,3}?$",
    re.IGNORECASE,
)
_DET = r"(?:the|its|their|his|her|a|an|only|just|last\s(?:year|month|week|season)[’']s|the\sprevious\s\w+[’']s)\s"
_FROM = re.compile(r"(?:\s[\w’'-]+){0,4}?,?\s(?:up\s|down\s)?from\s(?:an?\s|the\s|its\s|only\s|just\s)?", re.IGNORECASE)
_TO = re.compile(r"(?:\s[\w’'-]+){0,4}?\sto\s(?:an?\s|the\s|its\s|only\s|just\s)?", re.IGNORECASE)
_THEN_AND_NOW = re.compile(r"\b(?:now|will\sbe|was|used\sto|had\sbeen|previously|costs?|today)\b", re.IGNORECASE)
_APPOSED = re.compile(r"[^,;.]*,\s(?:an?|which\sis\san?)\s", re.IGNORECASE)
_RANKS = re.compile(
    r"\b(?:place[ds]?|rank\w*|table|position\w*|seed\w*|chart|standings|league|par|overnight|handicap|tied|odds)\b",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(
    r"\b(?:from|against|compared\s(?:with|to)|than)\s(?:an?\s|the\s|its\s|just\s|only\s|about\s)?(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"^(?:\s[\w’'-]+){0,2}?\s(?:out\s)?of\s(?:the|its|their|his|her|all|those|these)?\s?(?:\w+\s)?$")
_FACTORS: Mapping[str, float] = number_table("relations", "multiplying")


def comparisons(text: str, sentences: Sequence[CheckedSentence]) -> Iterator[Reading]:
    """Yield the readings of changes and differences in a paragraph.

    A sentence (or one that points back, with the one before it) must hold the change and just two other figures of
    one kind; then no order or wording can make it the difference of anything else.
    """
    before: list[Fact] = []
    for one in sentences:
        facts = facts_of(text, one)
        words = text[one.sentence.start : one.sentence.end]
        changes = [fact for fact in facts if fact.is_change]
        others = [fact for fact in facts if not fact.is_change]
        for change in changes:
            if _ELSEWHERE.search(words):
                continue
            pair = _pair(change, others, changes)
            if pair is None and len(facts) == 1 and _POINTS_BACK.match(words):
                pair = _pair(change, [fact for fact in before if not fact.is_change], [change])
            if pair is not None:
                yield _reading(text, change, *pair)
        before = facts


def _pair(change: Fact, others: Sequence[Fact], changes: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Return the old and the new figure that a change lies between, when there can be no other two."""
    groups = [group for group in _groups(others).values() if _may_change_by(change.quantity, group[0].quantity)]
    if len(groups) != 1 or len(groups[0]) != 2 or not same_kind(*groups[0]):
        return None
    if sum(_unit_class(one) == _unit_class(change) for one in changes) != 1:
        return None
    if not groups[0][0].quantity.unit and _clashes(change, groups[0]):
        return None
    if groups[0][0].quantity.unit == "percent" and any(not f.quantity.unit and not f.noun for f in others):
        return None
    if _PART_OF.search(groups[0][1].before):
        return None
    bases = [fact for fact in groups[0] if fact.cue & Cue.BASE]
    if change.cue & Cue.GAP and change.quantity.unit == "percent" != groups[0][0].quantity.unit:
        return None
    if change.cue & Cue.GAP:
        return groups[0][0], groups[0][1]
    if not bases and (change.cue & Cue.COMPARED and change.quantity.unit not in ("percent", "share")):
        return groups[0][0], groups[0][1]
    if (
        not bases
        and change.cue & (Cue.RISE | Cue.FALL)
        and _THEN_AND_NOW.search(groups[0][0].before + groups[0][1].before)
    ):
        is_last = change.quantity.start > groups[0][1].quantity.end and _APPOSED.match(change.before)
        return (groups[0][0], groups[0][1]) if is_last and len(others) == 2 else None
    if len(bases) != 1:
        return None
    return bases[0], next(fact for fact in groups[0] if fact is not bases[0])


def _unit_class(fact: Fact) -> str:
    return "percent" if fact.quantity.unit == "share" else fact.quantity.unit


def _clashes(change: Fact, pair: Sequence[Fact]) -> bool:
    """Return whether bare counts are of things with other names: 22 games are no part of 41 points."""
    nouns = {fact.noun.rstrip("s") for fact in (change, *pair) if fact.noun and not fact.quantity.unit}
    is_alone = bool(change.noun) and not any(fact.noun for fact in pair) and change.noun not in _COUNTED_BY
    return len(nouns) > 1 or is_alone


_COUNTED_BY = ("votes", "points", "goals")
"""What a result is in when its two sides are bare: 61 for and 48 against, by 13 votes."""


def _groups(facts: Sequence[Fact]) -> Mapping[str, list[Fact]]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.quantity.unit not in ("share", "percentage_point") and not fact.cue & Cue.TIMES:
            groups.setdefault(fact.quantity.unit, []).append(fact)
    return groups


def _may_change_by(change: Quantity, value: Quantity) -> bool:
    if change.unit == "percentage_point":
        return value.unit == "percent"
    if change.unit in ("percent", "share"):
        return value.unit != "percentage_point"
    return alike(change, value) and value.unit != "percent"


def _reading(text: str, change: Fact, old: Fact, new: Fact) -> Reading:
    roles = {"o": [old.quantity], "n": [new.quantity], "c": [change.quantity]}
    verdict = judge_change(roles) if not change.cue & Cue.GAP else _judge_gap(old, new, change)
    if verdict is None:
        verdict = _wrong_way(change, old, new)
    if verdict is None or _is_share_itself(change.quantity, old.quantity, new.quantity):
        return Reading(change.quantity, None)
    kind, expected, working = verdict
    printed = text[change.quantity.start : change.quantity.end]
    return Reading(change.quantity, slip(stretch((change, old, new)), kind, printed, expected, working))


def _is_share_itself(change: Quantity, old: Quantity, new: Quantity) -> bool:
    """Return whether the new figure is what the change comes to: "a 5 per cent rise on £30,000, worth £1,500"."""
    share = {"percent": change.value / 100, "share": change.value}.get(change.unit)
    return share is not None and abs(share * old.value - new.value) <= 0.01 * abs(new.value)


def _judge_gap(one: Fact, other: Fact, gap: Fact) -> tuple[CheckKind, str, str] | None:
    """Judge a majority or margin; of percentages it is one of points, whatever it is called."""
    if gap.quantity.unit == "percent" and one.quantity.unit == "percent":
        low, high = sorted((one.quantity.value, other.quantity.value))
        if abs(high - low - gap.quantity.value) <= 1:
            return None
    roles = {"o": [one.quantity], "n": [other.quantity], "c": [gap.quantity]}
    if gap.quantity.unit in ("percent", "share"):
        return judge_change(roles)
    return judge_difference({"a": roles["o"], "b": roles["n"], "c": roles["c"]})


def _wrong_way(change: Fact, old: Fact, new: Fact) -> tuple[CheckKind, str, str] | None:
    if not old.cue & Cue.BASE:
        return None
    rises, falls = bool(change.cue & Cue.RISE), bool(change.cue & Cue.FALL)
    if rises == falls or new.quantity.value == old.quantity.value:
        return None
    if (new.quantity.value > old.quantity.value) is rises or min(new.quantity.value, old.quantity.value) < 0:
        return None
    way = "more" if new.quantity.value > old.quantity.value else "less"
    expected = "a fall" if rises else "a rise"
    return CheckKind.ARITHMETIC, expected, f"{shown(new.quantity.value)} is {way} than {shown(old.quantity.value)}"


def related(text: str, sentences: Sequence[CheckedSentence]) -> Iterator[Reading]:
    """Yield every reading of a figure that is told by comparing two others of a paragraph."""
    yield from comparisons(text, sentences)
    before: list[Fact] = []
    for one in sentences:
        facts = facts_of(text, one)
        yield from remainders(text, facts, before)
        before = facts
        yield from multiples(text, facts, text[one.sentence.start : one.sentence.end])


def remainders(text: str, facts: Sequence[Fact], before: Sequence[Fact]) -> Iterator[Reading]:
    """Yield the readings of what is said to be left where just two other figures of its kind stand.

    One of them may stand alone in the sentence before.
    """
    amounts = [fact for fact in facts if fact.quantity.unit not in ("percent", "share")]
    for left in amounts:
        others = [fact for fact in amounts if fact is not left and fact.quantity.unit == left.quantity.unit]
        if len(others) == 1:
            others += [fact for fact in before if fact.quantity.unit == left.quantity.unit]
        is_left = _STILL.match(left.after) or _LEFT.search(left.before)
        said = is_left is not None and bool(left.quantity.unit or not left.noun or _SAYS_LEFT.match(left.after))
        if said and len(others) == 2 and same_kind(*others):
            gap = Fact(left.quantity, left.before, left.after, left.noun, Cue.GAP)
            yield _reading(text, gap, *others)


def multiples(text: str, facts: Sequence[Fact], words: str) -> Iterator[Reading]:
    """Yield the readings of "doubled", "halved", "three times", "tenfold" beside just one old and one new figure."""
    said = _multiple(words, facts)
    rest = [fact for fact in facts if not fact.cue & Cue.TIMES]
    if said is None or len(rest) != 2 or not same_kind(*rest) or _ELSEWHERE.search(words):
        return
    factor, hedge = said
    bases = [fact for fact in rest if _FROM_BEFORE.search(fact.before) or _TIMES_AS.search(fact.before)]
    if len(bases) != 1 or bases[0].quantity.value <= 0 or any(fact.is_change for fact in rest):
        return
    old, new = bases[0], next(fact for fact in rest if fact is not bases[0])
    ratio = new.quantity.value / old.quantity.value
    if not old.cue & Cue.BASE and _is_multiple(1 / max(ratio, 1e-9), factor, hedge, True):
        yield Reading(new.quantity, None)
        return
    if _is_multiple(ratio, factor, hedge, bool(old.quantity.hedge or new.quantity.hedge)):
        yield Reading(new.quantity, None)
        return
    working = f"{shown(old.quantity.value)} to {shown(new.quantity.value)} is {ratio:.2f} times"
    printed = text[new.quantity.start : new.quantity.end]
    exact = shown(old.quantity.value * factor)
    yield Reading(new.quantity, slip(stretch(rest), CheckKind.ARITHMETIC, printed, exact, working))


def _multiple(words: str, facts: Sequence[Fact]) -> tuple[float, str] | None:
    """Return the one multiple that a sentence tells, with the hedge before it."""
    found = [(_FACTORS[match["word"].casefold()], match["hedge"] or "") for match in _multiplying().finditer(words)]
    found += [(value, match["hedge"] or "") for match in _FOLD.finditer(words) if (value := _fold(match["number"]))]
    found += [(fact.quantity.value, fact.quantity.hedge) for fact in facts if fact.cue & Cue.TIMES]
    return found[0] if len(found) == 1 else None


def _fold(number: str) -> float:
    return float(number) if number.isdigit() else float(value_of_words(number) or 0)


def _is_multiple(ratio: float, factor: float, hedge: str, is_rough: bool) -> bool:
    near = (ratio / factor) if factor > 1 else (factor / ratio)
    room = 0.25 if is_rough else 0.06
    folded = hedge.strip().casefold()
    if folded in ("more than", "over", "just over", "at least", "well over", "at_least", "some"):
        return 0.97 <= near <= 2.0
    if folded in ("almost", "nearly", "close to", "under", "less than"):
        return 0.7 <= near <= 1.02
    return 1 - (0.25 if folded else room) <= near <= 1 + (0.25 if folded else room)


def wrong_ways(text: str, sentences: Sequence[CheckedSentence]) -> Iterator[InternalCheck]:
    """Yield "£6.93m, down from £6.63m", "fell from 5 to 8", "at 9, fewer than the 7": two figures the wrong way."""
    for one in sentences:
        facts = facts_of(text, one)
        for first, second in pairwise(facts):
            told = _way_told(first, second)
            if told is None or not same_kind(first, second) or _is_of_ranks(text, one, first):
                continue
            old, new, rises = told
            a, b = old.quantity.value, new.quantity.value
            if a != b and (b > a) is not rises and min(a, b) >= 0 and not (old.quantity.hedge and new.quantity.hedge):
                way = "more" if b > a else "less"
                working = f"{shown(b)} is {way} than {shown(a)}"
                span = stretch((first, second))
                printed = text[span.start : span.end]
                yield slip(span, CheckKind.ARITHMETIC, printed, "a fall" if rises else "a rise", working)


def _way_told(first: Fact, second: Fact) -> tuple[Fact, Fact, bool] | None:
    """Return the old figure, the new one and whether it is said to be more, for two that stand side by side."""
    joint = second.before
    for rises, word, verb in _ways():
        if word.fullmatch(joint):
            return second, first, rises
        if verb.search(first.before) is None:
            continue
        lead = first.before.rstrip().casefold()
        if re.search(r"\bto(?:\s(?:a|an|just|only|the))?$", lead) and _FROM.fullmatch(joint):
            return second, first, rises
        if re.search(r"\bfrom(?:\s(?:a|an|just|only|the|its))?$", lead) and _TO.fullmatch(joint):
            return first, second, rises
    return None


def _is_of_ranks(text: str, one: CheckedSentence, fact: Fact) -> bool:
    """Return whether bare numbers may be places in a table, where fewer is higher."""
    return not fact.quantity.unit and _RANKS.search(text, one.sentence.start, one.sentence.end) is not None


@lru_cache(maxsize=1)
def _ways() -> tuple[tuple[bool, re.Pattern[str], re.Pattern[str]], ...]:
    """Return, for more and for less, what stands between a new and an old figure and the verbs before both."""
    table = []
    for rises, words, adverb, verbs in (
        (True, "more|higher|greater|larger|better", "up", "rising_verbs"),
        (False, "less|fewer|lower|smaller", "down", "falling_verbs"),
    ):
        sure = "|".join(sorted(word_set("relations", verbs) - word_set("relations", "unsure_verbs")))
        joint = (
            rf"[^.;:]{{0,30}}?[,(—–]\s?(?:which\s(?:is|was)\s|that\sis\s)?(?:well\s|slightly\s|sharply\s|a\slittle\s)?"
            rf"(?:{adverb}\sfrom|(?:{words})\sthan)\s{_DET}(?:[\w’'-]+\s){{0,2}}?|"
            rf"[^.;:]{{0,30}}?[,(—–]\s?(?:which\s(?:is|was)\s|that\sis\s)?{adverb}\sfrom\s(?:about\s)?"
        )
        verb = rf"\b(?:{sure}|{adverb})\b(?:\s(?!by\b)[\w’'-]+){{0,4}}?\s(?:from|to)\s(?:\w+\s)?$"
        table.append((rises, re.compile(joint, re.IGNORECASE), re.compile(verb, re.IGNORECASE)))
    return tuple(table)


@lru_cache(maxsize=1)
def _multiplying() -> re.Pattern[str]:
    return re.compile(rf"{_HEDGE}\b(?P<word>{'|'.join(_FACTORS)})\b", re.IGNORECASE)
