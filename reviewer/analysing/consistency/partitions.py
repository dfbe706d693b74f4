"""Wholes and what they are made of: the rest, parts without a noun of their own, totals, so many at so much."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from reviewer.analysing.consistency.facts import Cue, Fact, facts_of, stretch
from reviewer.analysing.consistency.frames import Reading, blur, fits
from reviewer.analysing.consistency.judges import judge_product
from reviewer.analysing.consistency.scene import CheckedSentence, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.text.units import is_currency

_REST = re.compile(
    r"\b(?:the\s(?:other|remaining|final|last|rest|remainder|balance)|everything\selse(?!,)|all\sthe\sothers?|the\sothers)"
    r"(?:,|\sof)?\s(?:of\s)?(?:(?:accounts?|accounted|goes|went|amount(?:s|ed|ing)|comes?|came|is|was|takes?|took|makes?|made|"
    r"some|about|just|for|to|on|up|a|of)\s){0,3}$",
    re.IGNORECASE,
)
_LAST_OF_A_TIME = re.compile(r"\bthe\s(?:final|last)\s$", re.IGNORECASE)
_PLACED = re.compile(r"\s(in|at|on|for|from|to|by|aged|as|with|off|under|near|against)\s", re.IGNORECASE)
_SOME_OF = re.compile(
    r"\b(?:including|among|such\sas|mostly|mainly|at\sleast|of\s(?:them|whom|which|these|those)|also|both|some|only|"
    r"since|more|another|further|then|later|now|up|down|rose|fell|each|per)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:\s(?!in\b|on\b|at\b|from\b|to\b|by\b|for\b)[\w’'-]+){0,5}?(?:,|;|:|—|–|\(|\s-\s)\s?(?:with\s|about\s|some\s)?",
    re.IGNORECASE,
)
_AND = re.compile(r"[^.;:]{0,60}?(?:,|\band\b|\bplus\b)\s?(?:the\s|about\s|some\s|another\s)?", re.IGNORECASE)
_IN_ALL = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:in\sall|in\stotal|altogether|all\stold|combined|between\sthem|together|"
    r"(?:over|in|across|for|during)\s(?:the|those|all)\s(?:two|three|four|five|six|seven|\d)\s\w+s|"
    r"(?:in|over)\s(?:a|the)\s(?:fortnight|weekend))\b(?!\s(?:with|by))",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:[^.;]{0,40}(?:,|—|–|\())\s(?:or\s|and\sso\s|making\s|giving\s|that\sis\s|a\stotal\sof\s|some\s|about\s)*$|"
    r".{0,40}:\s$",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(
    r"\s(?:each|apiece|(?:a|per)\s(?:head|person|ticket|seat|copy|piece|pupil|child|unit|share|room|book|bottle|pair|"
    r"item|household|home|family|member|guest|place|tree|plate|cup|portion|meal))\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:took(?:\shome)?|takes?|rais(?:ed?|es|ing)|made|makes?|making|earn(?:ed|s|ing)?|cost(?:s|ing)?(?:\sthe\s\w+)?|"
    r"paid|pays?|paying|brought\sin|bringing\sin|came\sto|comes\sto|spent|owed?s?|received?|worth|totall(?:ed|ing)|"
    r"bill\sof|total\sof|income\sof|takings\sof|is|was)\s(?:over\s|about\s|the\s\w+\s)?$",
    re.IGNORECASE,
)
_AT_EACH = re.compile(r",\s(?:or\s)?at\s$")
_GROUP_OF = re.compile(
    r"\b(?:family|group|party|team|class|couple|crew|pair)\sof\s\w+\s$|\b(?:cost|pay|pays|costs)\b", re.I
)
_EACH_OF = re.compile(r"\beach\sof\s(?:the\s|its\s|their\s|his\s|her\s)?$", re.IGNORECASE)
_SO = re.compile(
    r"\b(?:so\sthat|so|which\smeans|making|giving|a\stotal\sof)\s(?:about\s|some\s|up\sto\s)?$", re.IGNORECASE
)
_DEALT = re.compile(
    r"\b(?:discount|deposit|fee|plus|extra|free|off|minimum|up\sto|profit|change|tax|refund|so\sfar)\b", re.I
)


def partitions(text: str, one: CheckedSentence) -> Iterator[Reading]:
    """Yield the readings of what is left of a whole, of totals and of products in a sentence."""
    facts = facts_of(text, one)
    words = text[one.sentence.start : one.sentence.end]
    yield from _rests(text, facts)
    yield from _rest_of_hundred(text, facts)
    yield from _totals(text, facts)
    if not _DEALT.search(words):
        yield from _products(text, facts)


def _rests(text: str, facts: Sequence[Fact]) -> Iterator[Reading]:
    """Read "of 75, 33 were upheld, 28 dismissed and the other 14 withdrawn": some of those before make the rest."""
    for place, rest in enumerate(facts):
        if not _REST.search(rest.before) or rest.quantity.unit in ("percent", "share"):
            continue
        earlier = [fact for fact in facts[:place] if fact.quantity.unit == rest.quantity.unit and not fact.is_change]
        if len(earlier) < 2:
            continue
        if _LAST_OF_A_TIME.search(rest.before) and not rest.noun:
            continue
        whole = max(earlier, key=lambda fact: fact.quantity.value)
        parts = [fact for fact in earlier if fact is not whole]
        if any(_is_other_thing(whole, fact) for fact in (*parts, rest)) or rest.quantity.hedge:
            continue
        chosen = (some for size in range(1, min(len(parts), 6) + 1) for some in combinations(parts, size))
        if any(_is_left(whole, some, rest) for some in chosen):
            yield Reading(rest.quantity, None)
            continue
        left = whole.quantity.value - sum(fact.quantity.value for fact in parts)
        if left > 0:
            working = " − ".join(shown(fact.quantity.value) for fact in (whole, *parts)) + f" = {shown(left)}"
            yield _reading(text, rest, (whole, *parts, rest), CheckKind.ARITHMETIC, shown(left), working)


def _is_other_thing(whole: Fact, fact: Fact) -> bool:
    return (
        bool(whole.noun and fact.noun and whole.noun.rstrip("s") != fact.noun.rstrip("s")) and not whole.quantity.unit
    )


def _is_left(whole: Fact, parts: Sequence[Fact], rest: Fact) -> bool:
    figures = [whole.quantity, *(fact.quantity for fact in parts)]
    return fits(rest.quantity, lambda first, *others: first - sum(others), figures)


def _rest_of_hundred(text: str, facts: Sequence[Fact]) -> Iterator[Reading]:
    """Read "60 per cent … and the remaining 40 per cent": shares of one whole that leave nothing make a hundred."""
    shares = [fact for fact in facts if fact.quantity.unit == "percent"]
    for place, rest in enumerate(shares):
        earlier = shares[:place]
        said = _REST.search(rest.before) or (_ITS_REST.search(rest.before) and rest is shares[-1])
        if not said or not earlier or any(fact.is_change or fact.quantity.hedge for fact in (*earlier, rest)):
            continue
        total = sum(fact.quantity.value for fact in (*earlier, rest))
        room = 0.5 * sum(fact.quantity.step for fact in (*earlier, rest)) + 0.01
        subsets = [some for size in range(1, len(earlier) + 1) for some in combinations(earlier, size)]
        sums = [sum(fact.quantity.value for fact in some) + rest.quantity.value for some in subsets]
        if any(abs(one - whole) <= room for one in sums for whole in (100.0, *(f.quantity.value for f in earlier))):
            yield Reading(rest.quantity, None)
            continue
        working = " + ".join(shown(fact.quantity.value) for fact in (*earlier, rest)) + f" = {shown(total)}"
        left = f"{shown(100 - total + rest.quantity.value)} percent"
        yield _reading(text, rest, (*earlier, rest), CheckKind.PERCENTAGE, left, working)


_ITS_REST = re.compile(r"\bthe\s(?:rest|remainder|balance)\s?[,(–—]\s?$", re.IGNORECASE)


def _totals(text: str, facts: Sequence[Fact]) -> Iterator[Reading]:
    """Read "14,200 in May, 9,800 in June and 11,500 in July, 35,500 over the three months"."""
    for place, total in enumerate(facts):
        parts = [fact for fact in facts[:place] if fact.quantity.unit == total.quantity.unit]
        if len(parts) < 2 or not _IN_ALL.match(total.after) or total.quantity.unit in ("percent", "share"):
            continue
        is_apposed = _APPOSED.fullmatch(total.before) is not None
        nouns = {fact.noun.rstrip("s") for fact in parts if fact.noun}
        same = bool(total.noun) and nouns == {total.noun.rstrip("s")}
        if not (is_apposed or same) or any(fact.is_change for fact in (*parts, total)):
            continue
        added = sum(fact.quantity.value for fact in parts)
        if any(_adds_up(total, parts[first:]) for first in range(len(parts) - 1)):
            yield Reading(total.quantity, None)
        elif 0.6 * added < total.quantity.value < 1.6 * added and not any(fact.quantity.hedge for fact in parts):
            working = " + ".join(shown(fact.quantity.value) for fact in parts) + f" = {shown(added)}"
            yield _reading(text, total, (*parts, total), CheckKind.ARITHMETIC, shown(added), working)


def _adds_up(total: Fact, parts: Sequence[Fact]) -> bool:
    return fits(total.quantity, lambda *values: sum(values), [fact.quantity for fact in parts])


def _products(text: str, facts: Sequence[Fact]) -> Iterator[Reading]:
    """Read "18 paintings at £45 apiece and took home £810": one price, one number of things, one amount."""
    prices = [fact for fact in facts if _EACH_AFTER.match(fact.after) and is_currency(fact.quantity.unit)]
    counts = [fact for fact in facts if not fact.quantity.unit]
    if not prices:
        yield from _loads(text, facts)
    if len(prices) != 1 or len(counts) != 1:
        return
    totals = [fact for fact in facts if fact.quantity.unit == prices[0].quantity.unit and fact is not prices[0]]
    if totals and _AT_EACH.search(prices[0].before) and _GROUP_OF.search(totals[0].before):
        totals[0] = msgspec.structs.replace(totals[0], before=" costs ")
    if any(fact.quantity.hedge for fact in (*prices, *totals)):
        return
    if len(totals) != 1 or not (_PAYS.search(totals[0].before) or _IN_ALL.match(totals[0].after)):
        return
    roles = {"n": [counts[0].quantity], "p": [prices[0].quantity], "t": [totals[0].quantity]}
    verdict = judge_product(roles)
    if verdict is None:
        yield Reading(totals[0].quantity, None)
    else:
        yield _reading(text, totals[0], (counts[0], prices[0], totals[0]), *verdict)


def _loads(text: str, facts: Sequence[Fact]) -> Iterator[Reading]:
    """Read "four coaches carrying 52 fans each took 208 people": three bare counts, the second of each of the first."""
    if len(facts) != 3 or any(fact.quantity.unit or fact.quantity.hedge for fact in facts):
        return
    count, each, total = facts
    is_each = re.match(r"(?:\s[a-z-]+){0,2}\s(?:each|apiece)\b", each.after) or _EACH_OF.search(count.before)
    if not is_each or not count.noun:
        return
    if not (
        _SO.search(total.before)
        or _PAYS.search(total.before)
        or _IN_ALL.match(total.after)
        or _APPOSED.fullmatch(total.before)
    ):
        return
    verdict = judge_product({"n": [count.quantity], "p": [each.quantity], "t": [total.quantity]})
    if verdict is None:
        yield Reading(total.quantity, None)
    else:
        yield _reading(text, total, facts, *verdict)


def _reading(text: str, stated: Fact, facts: Sequence[Fact], kind: CheckKind, expected: str, working: str) -> Reading:
    printed = text[stated.quantity.start : stated.quantity.end]
    return Reading(stated.quantity, slip(stretch(facts), kind, printed, expected, working))


def wrong_partitions(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield "600 seats, 420 in the stalls and 200 in the circle": parts that have no noun but that of the whole."""
    facts = facts_of(text, one)
    words = text[one.sentence.start : one.sentence.end]
    for place, whole in enumerate(facts[:-2]):
        parts = _bare_parts(whole, facts[place + 1 :])
        if len(parts) < 2 or any(fact.quantity.hedge for fact in (whole, *parts)):
            continue
        if max(fact.quantity.value for fact in parts) >= whole.quantity.value:
            continue
        total, value = sum(fact.quantity.value for fact in parts), whole.quantity.value
        room = 0.4 if whole.quantity.step <= 1 else blur(whole.quantity)
        closes = (
            place + 1 + len(parts) == len(facts) and not _SOME_OF.search(words) and _AND_LAST.search(parts[-1].before)
        )
        if total > value + room or (closes and len(parts) > 2 and 0.9 * value <= total < value - room):
            working = " + ".join(shown(fact.quantity.value) for fact in parts) + f" = {shown(total)}"
            printed = text[whole.quantity.start : whole.quantity.end]
            yield slip(stretch((whole, *parts)), CheckKind.ARITHMETIC, printed, shown(total), working)


_AND_LAST = re.compile(r"\band\s(?:the\s|about\s|some\s)?(?:\w+\s)?$")


_STATE = re.compile(r"\s(?:are|is|were|was|stand|stood|remain|have|had|will\sbe)\s", re.IGNORECASE)


def _preposition(fact: Fact) -> str:
    """Return the preposition after a number without a noun, or "be" where its verb follows, or an empty string."""
    placed = _PLACED.match(fact.after)
    return placed[1].casefold() if placed else "be" if _STATE.match(fact.after) else ""


def _bare_parts(whole: Fact, following: Sequence[Fact]) -> list[Fact]:
    """Return the figures after a counted noun that count no other noun and stand before one preposition each."""
    parts: list[Fact] = []
    preposition = ""
    if not whole.noun or whole.quantity.unit or whole.cue & (Cue.RISE | Cue.FALL):
        return parts
    for fact in following:
        placed = _preposition(fact)
        joint = _JOINS if not parts else _AND
        if fact.quantity.unit or fact.noun or not placed or not joint.fullmatch(fact.before):
            break
        if parts and placed != preposition:
            break
        preposition = placed
        parts.append(fact)
    return parts
