"""Quantities in a text: numbers in digits or words with their scale, unit, range, precision and hedge."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention, find_dates
from reviewer.text.number_hedges import hedge_round
from reviewer.text.number_words import DENOMINATORS, ORDINALS, SCALE_SIGNS, SPELT, TENS, UNITS, value_of_words
from reviewer.text.units import convert, currency_before, dimension_of, is_currency, unit_after, unit_named


class Quantity(msgspec.Struct, frozen=True):
    """A number with what it counts.

    `value` is scaled (`6.4 million` is 6,400,000) and signed; `high` is the upper end of a range, whose lower end is
    `value`. `unit` is a currency code, `percent`, `percentage_point`, `share` (fractions: two thirds is 0.667),
    `ordinal`, a unit of measure such as `km` or `year`, or empty for a bare count. `hedge` is `about`, `almost`,
    `under`, `over`, `at_least`, `at_most`, `exactly` or empty; `hedge_start` is where its words start (`start` when
    there is none before the number). `decimals` counts those printed; `step` is the worth of the last digit that is
    not a filling zero (58,000 is given to 1,000), which is how exact the number claims to be. Offsets are code
    points and leave the hedge out.
    """

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str = ""
    hedge: str = ""
    hedge_start: int = 0
    decimals: int = 0
    step: float = 1.0


_VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
_DIGITS = (
    r"\d{1,3}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
)
_SCALE_WORD = r"hundred|dozen|thousands?|millions?|billions?|trillions?|lakh\s+crores?|lakhs?|crores?"
_SCALE = re.compile(
    rf"(?:[\s\u00a0-]{{0,2}}(?:{_SCALE_WORD})|[\s\u00a0]?(?:mln|mn|bln|bn|trn|tn)|[kmb])(?!\w)", re.IGNORECASE
)
_DENOMINATOR = re.compile(
    rf"[\s-]+(?:of\s+a\s+)?(?P<word>{'|'.join(sorted(DENOMINATORS, key=len, reverse=True))})\b", re.IGNORECASE
)
_AND_A_HALF = re.compile(r"(?:\s+|-)and(?:\s+|-)a(?:\s+|-)half\b", re.IGNORECASE)
_OUT_OF = re.compile(
    rf"(?P<what>(?:\s+[a-z]+(?:-[a-z]+)?){{1,2}}?)?\s+(?:in|out\s+of|of\s+(?:every|each))\s+(?:(?:every|each)\s+)?"
    rf"(?P<of>\d{{1,7}}|(?:hundred|thousand)|{SPELT})\b(?![\s-]*(?:\d|percent|per\s+cent|%))",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTS_THINGS = re.compile(
    r"\s+(?!(?:has|is|was|does|needs|says|lives|gets|suffers|dies|goes|as|this|across)\b)[a-z]+s\b"
)
"""A noun in the plural after a number: `two men in three cars` is no share."""

_IN_THE_POUND = re.compile(
    r"\s+(?:in|of|out\s+of|from|on)\s+(?:the|an?|every|each)\s+(?:pound|dollar|euro)\b", re.IGNORECASE
)
"""What makes pence or cents a share (`71p in every pound`)."""

_YEAR_NAMED = re.compile(r"\s+in\s+(?:1[89]\d\d|20\d\d)$", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}[ (]|\(?0\d{2,4}\)?[ -])(?:[ -]?[\d()]){6,}|(?<![\w.,])0\d{6,}")
_SEASON = re.compile(r"(?<![\w.,£€$-])(?:19|20)(?P<year>\d\d)[-\u2013/](?P<next>\d\d)(?![\w%]|[.,]\d)")
"""A year that runs over two calendar years (`2025-26`)."""

_PARTS = ("sign", "currency", "minus", "digits", "vulgar", "part", "one", "spelt", "rank")
"""The groups of a number in the order in which they may stand: the first one there is where the number starts."""
_CLOCK = re.compile(r"\s?(?:[ap]m|[ap]\.m\.|GMT|BST)\b|:\d", re.IGNORECASE)


_BEGINNING = re.compile(r"[-+\u2212](?=[\d£€$])|[^\W\d_]+|\d+|[^\w\s]")
_WORDS_THAT_BEGIN = frozenset([*UNITS, *TENS, *ORDINALS, "a", "an", "half", "rs"])


def _may_begin(piece: str) -> bool:
    """Return whether a number can begin with these characters: a cheap look before the dear one."""
    return (
        not piece.isalpha() or piece.isupper() or piece.casefold() in _WORDS_THAT_BEGIN
    ) and piece not in _PUNCTUATION


_PUNCTUATION = frozenset(",.;:!?'\"()[]{}“”‘’—–…/")


@lru_cache(maxsize=1)
def _atom() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\w.]) (?<![\d]:) (?<![A-Z]-)
        (?P<sign>(?<![\w\d])[-+\u2212])?
        (?P<currency>{currency_before()})?[\s\u00a0]?
        (?P<minus>[-\u2212](?=\d))?
        (?: (?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?
          | (?P<vulgar>[{"".join(_VULGAR)}])
          | (?P<part>half(?!\s+an?\s+(?:{_SCALE_WORD})\b)
              |(?:an?|one)[\s-](?:(?:third|quarter|fifth|tenth)(?=\s+of\b|[.,;)]|$)
              |(?:third|fifth|tenth)(?=\s+(?:to|from)\b)))\b
          | (?P<one>an?)(?=\s+\w+\s+and\s+a\s+half\b)
          | (?P<spelt>\b{SPELT})
          | (?P<rank>\b(?:{"|".join(ORDINALS)}))\b
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def find_quantities(text: str, within: Span, dates: Sequence[DateMention] | None = None) -> list[Quantity]:
    """Find the quantities in a stretch of text, in order and without overlap.

    Ranges (`60 to 79`, `between €1.65 billion and €1.70 billion`), measures in two parts (`seven hours and 40
    minutes`), fractions (`one in four`, `almost two thirds`) are one quantity each. `from 5 to 8 percent` tells of
    a change and is two. Numbers that belong to a date, a time of day or a telephone number are left to others;
    `dates` are those of the stretch if they are known already.
    """
    known = find_dates(text, within, None) if dates is None else dates
    taken = [(mention.start, mention.end) for mention in known]
    taken += [match.span() for match in _PHONE.finditer(text, within.start, within.end)]
    taken += [match.span() for match in _SEASON.finditer(text, within.start, within.end)]
    atoms: list[Quantity] = []
    at = within.start
    for beginning in _BEGINNING.finditer(text, within.start, within.end):
        if beginning.start() < at or not _may_begin(beginning.group()):
            continue
        match = _atom().match(text, beginning.start(), within.end)
        if match is None:
            continue
        quantity = _read(text, match, within.end)
        if quantity is None or any(s < quantity.end and quantity.start < e for s, e in taken):
            at = match.end()
            continue
        atoms.append(quantity)
        at = quantity.end
    return [_with_hedge(text, quantity, within) for quantity in _join_ranges(text, _join_measures(text, atoms), within)]


def _read(text: str, match: re.Match[str], limit: int) -> Quantity | None:
    """Read one number with its scale and unit where a number may start, or None when there is none."""
    number = _number_of(text, match)
    if number is None:
        return None
    value, step, decimals, end, unit = number
    start = next(match.start(group) for group in _PARTS if match[group] is not None)
    currency = unit_named(match["currency"]) if match["currency"] else ""
    if not unit and not currency and (share := _share_out_of(text, start, end, limit, value)):
        return share
    if (
        not unit
        and match["part"] is None
        and (part := _DENOMINATOR.match(text, end, limit))
        and not currency
        and value < 100
    ):
        return Quantity(start, part.end(), value / DENOMINATORS[part["word"].casefold()], unit="share", step=0.01)
    if half := _AND_A_HALF.match(text, end, limit):
        value, step, end = value + 0.5, 0.5, half.end()
    if (scale := _SCALE.match(text, end, limit)) and match["spelt"] is None:
        factor = SCALE_SIGNS[" ".join(scale.group().strip(" \u00a0\n\r\t-").casefold().split())]
        value, step, end = value * factor, (10.0**-decimals) * factor, scale.end()
    if not unit:
        end, unit = _unit_of(text, end, limit, currency)
        if unit in ("penny", "cent") and not currency and (of := _IN_THE_POUND.match(text, end, limit)):
            return Quantity(start, of.end(), value / 100, unit="share", step=0.01)
        if unit and unit not in ("percent",) and (half := _AND_A_HALF.match(text, end, limit)):
            value, step, end = value + 0.5, 0.5, half.end()
    if match["one"] and not unit:
        return None
    if match["sign"] in ("-", "\u2212") or match["minus"]:
        value = -value
    return Quantity(start, end, value, unit=currency or unit, decimals=decimals, step=step)


def _share_out_of(text: str, start: int, end: int, limit: int, value: float) -> Quantity | None:
    """Return a share told as so many in so many: `three out of four`, `one adult in a thousand`, `83 of every 100`."""
    match = _OUT_OF.match(text, end, limit)
    whole = _small_number(match["of"]) if match else None
    if match is None or not whole or not 0 < value < whole or value != int(value):
        return None
    if _YEAR_NAMED.search(match.group()) or (match["what"] and _COUNTS_THINGS.match(text, match.end(), limit)):
        return None
    return Quantity(start, match.end(), value / whole, unit="share", step=1 / whole)


def _number_of(text: str, match: re.Match[str]) -> tuple[float, float, int, int, str] | None:
    """Return value, step, decimals, end and a unit that the number itself brings."""
    if match["digits"]:
        return _digits_of(text, match)
    if match["vulgar"]:
        return _VULGAR[match["vulgar"]], 0.01, 0, match.end(), ""
    if match["one"]:
        return 1.0, 1.0, 0, match.end("one"), ""
    if match["rank"]:
        return float(ORDINALS[match["rank"].casefold()]), 1.0, 0, match.end(), "ordinal"
    if match["part"]:
        words = re.split(r"[\s-]+", match["part"].casefold())
        if unit_match := re.compile(r"\s+an?(?=\s+\w)").match(text, match.end()):
            end, unit = _unit_of(text, unit_match.end(), len(text), "")
            if unit:
                return 0.5, 0.5, 0, end, unit
        return 1 / DENOMINATORS[words[-1]], 0.01, 0, match.end(), "share"
    return _spelt_of(match)


def _digits_of(text: str, match: re.Match[str]) -> tuple[float, float, int, int, str] | None:
    printed, end = match["digits"], match.end("digits")
    plain = re.sub(r"[^\d.]", "", printed)
    if _CLOCK.match(text, match.end()) or (plain[0] == "0" and len(plain) > 1 and plain[1] != ".") or len(plain) > 300:
        return None
    decimals = len(plain.partition(".")[2])
    zeros = 0 if decimals else len(plain) - len(plain.rstrip("0"))
    step = 10.0**-decimals if decimals else 10.0 ** min(zeros, max(0, len(plain) - 1))
    if match["ordinal"]:
        return float(plain), 1.0, 0, match.end("ordinal"), "ordinal"
    following = text[end : end + 1]
    if vulgar := _VULGAR.get(following):
        return float(plain) + vulgar, 0.25, 0, end + 1, ""
    is_plural = following in ("s", "S") and not text[end + 1 : end + 2].isalnum()
    if following.isalpha() and not is_plural and not (_SCALE.match(text, end) or unit_after().match(text, end)):
        return None
    return float(plain), step, decimals, end, ""


def _spelt_of(match: re.Match[str]) -> tuple[float, float, int, int, str] | None:
    start, printed = match.start("spelt"), match["spelt"]
    while printed:
        value = value_of_words(printed)
        if value is not None:
            zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value >= 1000 else 0
            return value, 10.0**zeros, 0, start + len(printed), ""
        printed = re.sub(r"[\s-]*[^\s-]+$", "", printed)
    return None


def _small_number(printed: str) -> float | None:
    bare = {"hundred": 100.0, "thousand": 1000.0}.get(printed.casefold())
    return bare or (float(printed) if printed.isdigit() else value_of_words(printed))


def _unit_of(text: str, end: int, limit: int, currency: str) -> tuple[int, str]:
    """Return the end and code of the unit after a number; a currency sign before it leaves no room for another."""
    match = unit_after().match(text, end, limit)
    if not match:
        return end, currency
    unit = "celsius" if match["unit"] == "C" else unit_named(match["unit"])
    attached = match.start("unit") == end
    if match["unit"] in ("p", "c", "m", "b") and not attached and unit in ("penny", "cent"):
        return end, currency
    if currency and not (is_currency(unit) and unit == currency):
        return end, currency
    return match.end("unit"), unit


_BETWEEN_MEASURES = re.compile(r"(?:,|\s+and|,\s+and)?\s*")
_RANGE_SIGN = re.compile(r"\s*[-\u2010-\u2014]\s*|\s+(?:to|or)\s+", re.IGNORECASE)
_BETWEEN_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+|(?:an?|the)\s+\w+\s+(?:\w+\s+)?of\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?$", re.IGNORECASE)


def _join_measures(text: str, atoms: list[Quantity]) -> list[Quantity]:
    """Join `seven hours and 40 minutes` into one quantity in the finer unit."""
    joined: list[Quantity] = []
    for atom in atoms:
        before = joined[-1] if joined else None
        if (
            before
            and before.unit != atom.unit
            and dimension_of(before.unit) == dimension_of(atom.unit) in ("time", "length", "mass")
            and _BETWEEN_MEASURES.fullmatch(text, before.end, atom.start)
            and (coarse := convert(before.value, before.unit, atom.unit)) is not None
            and coarse > atom.value
        ):
            joined[-1] = msgspec.structs.replace(atom, start=before.start, value=coarse + atom.value)
        else:
            joined.append(atom)
    return joined


def _join_ranges(text: str, atoms: list[Quantity], within: Span) -> list[Quantity]:
    joined: list[Quantity] = []
    for atom in atoms:
        before = joined[-1] if joined else None
        pair = _range_or_pair(text, before, atom, within) if before and before.high is None else None
        joined[-1:] = pair if pair else [*joined[-1:], atom]
    return joined


def _range_or_pair(text: str, low: Quantity, high: Quantity, within: Span) -> list[Quantity] | None:
    """Return one range, or two ends of a change that share a unit, or None when the two have nothing to do."""
    lead = text[max(within.start, low.start - 24) : low.start]
    sign = _RANGE_SIGN.fullmatch(text, low.end, high.start)
    if (
        (
            low.unit == ""
            and high.unit == "percent"
            and _BETWEEN_AND.fullmatch(text, low.end, high.start)
            and low.value <= 100
        )
        and not _BETWEEN.search(lead)
        and text[low.start : low.end].replace(".", "").isdigit()
    ):
        return [msgspec.structs.replace(low, unit="percent"), high]
    is_between = bool(_BETWEEN.search(lead)) and bool(_BETWEEN_AND.fullmatch(text, low.end, high.start))
    if not (sign or is_between) or "ordinal" in (low.unit, high.unit) or "share" in (low.unit, high.unit):
        return None
    if low.unit and low.unit != high.unit and (high.unit or not is_currency(low.unit)):
        return None
    if _BY.search(lead):
        return None
    if sign and not low.unit and not high.unit and _is_score(text, low, high, lead):
        return [low, high]
    unit = high.unit or low.unit
    factor = _shared_scale(text, low, high)
    value = low.value * factor
    if _FROM.search(lead):
        return [msgspec.structs.replace(low, unit=unit, value=value, step=low.step * factor), high]
    top = abs(high.value)
    if value >= top or (sign and not unit and "-" in sign.group() and top > 10 * max(value, 1)):
        return None
    return [Quantity(low.start, high.end, value, top, unit, decimals=high.decimals, step=high.step)]


_AFTER_SCORE = re.compile(r"\s*(?:[).,;:!?]|$|\n|(?:at|on|in|to|with|by|after|and|for|against|when|from|over)\b)")
_BEFORE_RANGE = re.compile(
    r"\b(?:aged?|ages|of|between|pages?|some|about|to|nos?\.?|numbers?|years?|for)\s+$", re.IGNORECASE
)
_HIGHEST_SCORE = 200


def _is_score(text: str, low: Quantity, high: Quantity, lead: str) -> bool:
    """Return whether two bare numbers joined by a hyphen are a result (`10-13 at half-time`) and not a range."""
    joined = text[low.end : high.start].strip()
    is_hyphen = joined in ("-", "\u2010", "\u2011", "\u2012", "\u2013")
    are_digits = text[low.start : low.end].isdigit() and text[high.start : high.end].isdigit()
    ends = _AFTER_SCORE.match(text, high.end) and not _BEFORE_RANGE.search(lead)
    return bool(is_hyphen and are_digits and high.value < _HIGHEST_SCORE and ends)


def _shared_scale(text: str, low: Quantity, high: Quantity) -> float:
    """Return what `2` must be multiplied by in `2 to 3 million`."""
    scale = next(
        (f for word, f in SCALE_SIGNS.items() if re.search(rf"(?:\d|\s){word}\b", text[high.start : high.end])), 1.0
    )
    return scale if scale >= 1000 and low.value < 1000 <= high.value else 1.0


def _with_hedge(text: str, quantity: Quantity, within: Span) -> Quantity:
    hedge, start = hedge_round(text, quantity.start, quantity.end, within.start, within.end)
    return msgspec.structs.replace(quantity, hedge=hedge, hedge_start=start)
