"""Figures as facts: what each is said to count, and how the words beside it relate it to other figures."""

import re
from collections.abc import Iterable, Sequence
from enum import Flag, auto
from functools import lru_cache

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity
from reviewer.text.units import dimension_of
from reviewer.text.wordlists import word_set

_NOUN = re.compile(r"\s(?:[a-z-]+\s){0,1}?(?P<noun>[a-z]{3,}s|people|men|women|children|staff|sheep)\b")
_NO_NOUN = re.compile(
    r"\s(?:in|of|to|at|on|by|for|from|with|was|were|is|are|had|has|who|which|that|and|or|but|as|than|against|more|"
    r"fewer|less|the|a|an|his|its|their|this|after|before|under|over)\b"
)
_ENTITY_BEFORE = re.compile(r"[a-z]\s[A-Z][\w’'-]*\s$|\b(?:Flight|Route|Section|Article|Page|Chapter|No\.?)\s$")
_PART_OF_A_UNIT = re.compile(
    r"[\s-](?:of\s)?(?:an?\s)?(?:cent|penny|pence|point|percentage|per\s?cent|majority|dozen|hour|mile|way|time)"
)
_DET = (
    r"(?:(?:the|its|their|his|her|an?|our|just|only|last\s(?:year|month|week|season)[’']s|(?:\w+\s)?previous|"
    r"some|about|around|nearly|almost|(?:19|20)\d\d[’']s)\s)"
)
_BASE_BEFORE = re.compile(
    rf"\b(?:(?:from|than|against|versus|compared\s(?:with|to)|exceed(?:s|ed|ing)?|beat(?:s|ing)?|"
    rf"(?:taking|pushing|lifting|putting|bringing|cutting)(?=\s(?:an?|the)\s$))\s{_DET}*"
    rf"(?:(?!to\b|and\b|or\b|of\b(?!\s$))[\w’'-]+\s){{0,3}}?|(?:on|above|below|over|under|beyond)\s{_DET}+(?:(?!and\b|or\b)[\w’'-]+\s){{0,3}}?)$",
    re.IGNORECASE,
)
_BASE_AFTER = re.compile(
    r"(?!\s(?:more|less|fewer|higher|lower|up|down)\b)(?:\s[\w’'-]+){0,4}?[\s,]+\(?(?:(?:an?|one|two|three|four|five|"
    r"six|\d+)\s(?:years?|months?|weeks?|decades?)\s(?:earlier|ago|before)|the\s(?:year|month|week|season|day)\sbefore|"
    r"last\s(?:year|month|week|season|time)|(?:in\s)?the\s(?:previous|preceding|prior)\b|previously\b|budgeted\b|"
    r"(?:originally\s)?planned\b|originally\b)",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:a\s(?:little|bit|touch|shade)|slightly|marginally|just|well|not|no)\s(?:more|less|fewer)\sthan\s(?:an?\s)?$",
    re.IGNORECASE,
)
"""Words that make a figure rough, where "more than" alone may also compare it with another."""
_COMPARES = re.compile(r"(?:\s[a-z-]+){0,2}\s?")
"""What stands between a difference and "more than the": there the words compare and make no figure rough."""
_MOST = 24
"""Figures in a sentence; more are a table, where none is told of another."""
_BY = re.compile(r"\bby\s(?:just\s|only\s|some\s|about\s|an?\s)?$", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(?:rais(?:es?|ed|ing)|lift(?:s|ed)?|add(?:s|ed|ing)?|los(?:es?|t|ing)|shed|cut(?:s|ting)?|gain(?:s|ed|ing)?|"
    r"reduc(?:es?|ed|ing)|recovered|knocked|improved|trimmed)(?:\s(?!by\b)[\w’'-]+){0,3}\s$",
    re.IGNORECASE,
)
_NOT_TAKE_UP = "".join(
    rf"(?<!{word}\s)" for word in ("take", "takes", "taking", "make", "makes", "made", "set", "came")
)
_SCORE_SIDE = re.compile(r"^\s?[-–]\s?$")
_GLOSSES = re.compile(r"(?:\s\w+)?(?:,\sor\s|\s\()(?:about\s|some\s|nearly\s)?", re.IGNORECASE)
_BETWEEN_WORDS = r"(?:\s(?!from\b|to\b|at\b|of\b|in\b|with\b|on\b|than\b|against\b|and\b)[\w’'-]+){0,2}?"


class Cue(Flag):
    """How the words beside a figure relate it to others."""

    NONE = 0
    BASE = auto()
    """What something is compared with: from 5, than the 5, 5 a year earlier."""
    RISE = auto()
    FALL = auto()
    GAP = auto()
    """A difference that tells no direction: a majority of 5."""
    COMPARED = auto()
    """A rise or fall that is told by comparing: 5 more than, 5 below."""
    TIMES = auto()


class Fact(msgspec.Struct, frozen=True):
    """A figure with the words on either side up to the next figure, the noun it counts and its cues."""

    quantity: Quantity
    before: str
    after: str
    noun: str
    cue: Cue

    @property
    def is_change(self) -> bool:
        """Return whether the figure tells how far two others lie apart."""
        return bool(self.cue & (Cue.RISE | Cue.FALL | Cue.GAP))


def facts_of(text: str, one: CheckedSentence) -> list[Fact]:
    """Return the figures of a sentence that can take part in a sum: no range, rank, span of time or name."""
    usable = _in_pounds([quantity for quantity in one.quantities if _is_usable(text, quantity)])
    if len(usable) > _MOST:
        return []
    facts: list[Fact] = []
    for place, quantity in enumerate(usable):
        floor = usable[place - 1].end if place else one.sentence.start
        ceiling = usable[place + 1].start if place + 1 < len(usable) else one.sentence.end
        before, after = text[floor : quantity.start], text[quantity.end : ceiling]
        if quantity.hedge in ("over", "under") and place and _COMPARES.fullmatch(text, floor, quantity.hedge_start):
            quantity = msgspec.structs.replace(quantity, hedge="", hedge_start=quantity.start)
        cue = _cue(quantity, before, after)
        if facts and _GLOSSES.fullmatch(before) and quantity.unit in ("percent", "share"):
            cue |= facts[-1].cue & (Cue.RISE | Cue.FALL | Cue.GAP)
        if not quantity.unit and cue & Cue.BASE and _is_percent_too(facts, quantity, after):
            quantity = msgspec.structs.replace(quantity, unit="percent")
        facts.append(Fact(quantity, before, after, _noun(after), cue))
    return facts


def _in_pounds(quantities: list[Quantity]) -> list[Quantity]:
    """Return amounts with pence as pounds where both stand side by side: 80p and £1."""
    if not {"GBP", "penny"} <= {quantity.unit for quantity in quantities}:
        return quantities
    return [
        msgspec.structs.replace(one, unit="GBP", value=one.value / 100, step=one.step / 100, decimals=2)
        if one.unit == "penny"
        else one
        for one in quantities
    ]


def _is_percent_too(facts: Sequence[Fact], quantity: Quantity, after: str) -> bool:
    """Return whether a bare number is compared with percentages: "58 per cent, below the national figure of 66"."""
    are_percent = any(fact.quantity.unit == "percent" for fact in facts)
    are_bare = any(not fact.quantity.unit for fact in facts)
    return are_percent and not are_bare and quantity.value <= 100 and not _noun(after)


def _is_usable(text: str, quantity: Quantity) -> bool:
    if quantity.high is not None or quantity.unit == "ordinal" or dimension_of(quantity.unit) == "time":
        return False
    word = text[quantity.start : quantity.end].casefold()
    if quantity.unit == "share" and _PART_OF_A_UNIT.match(text, quantity.end):
        return False
    return word not in ("one", "a", "an") and not _ENTITY_BEFORE.search(
        text, max(0, quantity.start - 30), quantity.start
    )


def _noun(after: str) -> str:
    found = None if _NO_NOUN.match(after) else _NOUN.match(after)
    return found["noun"] if found else ""


@lru_cache(maxsize=1)
def _changes() -> tuple[tuple[re.Pattern[str], re.Pattern[str], Cue], ...]:
    """Return, for each cue, what stands before a figure and what stands after it."""
    table = []
    for verbs, nouns, words, cue in (
        ("rising_verbs", "rising_nouns", "more_words", Cue.RISE),
        ("falling_verbs", "falling_nouns", "less_words", Cue.FALL),
    ):
        sides = "up|above|clear|ahead" if cue is Cue.RISE else "down|below|short|behind"
        verb, noun, word = (_any(key) for key in (verbs, nouns, words))
        before = (
            rf"{_NOT_TAKE_UP}\b(?:{verb})(?:\s[a-z]+ly)?{_BETWEEN_WORDS}\s(?:by\s)?(?:an?\s|some\s|about\s|nearly\s|almost\s)?$|"
            + (rf"\b(?:{noun})s?\s(?:in\s(?:[a-z]+\s){{1,3}})?of\s(?:\w+\s|more\sthan\s)?$")
        )
        after = rf"[\s-](?:percentage[\s-])?(?:point[\s-])?(?:[a-z]+\s)?(?:{noun})\b"
        table.append((re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE), cue))
        compared = (
            rf"(?:\s[a-z]+){{0,2}}?\s(?:(?:{word})(?=\s(?:than|in\snumber)\b|[,.;)]|$)|"
            rf"(?:{sides})(?=\s(?:on|the|its|his|her|their|last|what|par|"
            rf"budget|those|from|of)\b)|(?:over|under)(?=\s(?:(?:the|its|their)\s)?(?:par|budget|target|limit|quota)\b|"
            rf"\s(?:the|its|their)\s$))"
        )
        table.append((re.compile(r"(?!)"), re.compile(compared, re.IGNORECASE), cue | Cue.COMPARED))
    gap = _any("differences")
    before = rf"\b(?:{gap})\s(?:[a-z]+\s){{0,3}}?(?:of|is|was|to|by|at)\s(?:just\s|only\s|over\s|about\s)?$"
    after = rf"[\s-](?:[a-z]+[\s-])?(?:{gap})\b"
    table.append((re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE), Cue.GAP))
    return tuple(table)


def _any(key: str) -> str:
    return "|".join(sorted(word_set("relations", key), key=len, reverse=True))


def _cue(quantity: Quantity, before: str, after: str) -> Cue:
    cue = Cue.NONE
    if _SCORE_SIDE.search(before) or re.match(r"\s?[-–]\s?$", after):
        return cue
    for lead, follow, meant in _changes():
        if (lead.search(before) and not _takes_amount(quantity, before)) or follow.match(after):
            cue |= meant
    if not cue and ((_BASE_BEFORE.search(before) and not _ROUGHLY.search(before)) or _BASE_AFTER.match(after)):
        cue |= Cue.BASE
    if not cue and _BY.search(before):
        cue = Cue.GAP
    if not quantity.unit and re.match(r"\stimes\b", after):
        cue = Cue.TIMES
    return cue


def _takes_amount(quantity: Quantity, before: str) -> bool:
    """Return whether an amount is what was raised, lost or added, and not by how much something changed."""
    return quantity.unit not in ("percent", "percentage_point", "share") and _TAKES.search(before) is not None


def same_kind(*facts: Fact) -> bool:
    """Return whether facts count the same thing as far as units and nouns tell."""
    nouns = {_stem(fact.noun) for fact in facts if fact.noun and not fact.quantity.unit}
    return len({fact.quantity.unit for fact in facts}) == 1 and len(nouns) <= 1


def _stem(noun: str) -> str:
    return noun.rstrip("s")


def stretch(facts: Iterable[Fact]) -> Span:
    """Return the stretch of the document from the first of some facts to the last."""
    quantities: Sequence[Quantity] = [fact.quantity for fact in facts]
    return Span(min(one.start for one in quantities), max(one.end for one in quantities))
