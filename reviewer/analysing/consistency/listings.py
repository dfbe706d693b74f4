"""A number announced and the list that follows it, in any punctuation, where all things listed are of one shape."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.number_words import value_of_words
from reviewer.text.wordlists import word_set

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|[2-9]|1[0-2])"
_GROUPS = {"duo": 2, "pair": 2, "couple": 2, "twins": 2, "trio": 3, "triplets": 3, "threesome": 3, "foursome": 4}
_GROUPS |= {"quartet": 4, "quintet": 5, "sextet": 6}
_THINGS = (
    r"(?:(?!of\b|in\b|and\b|to\b|from\b|were\b|was\b)[\w’'-]+\s){0,3}?(?:[a-z][\w’'-]*s|people|men|women|children|criteria|"
    r"dead|injured|accused|missing|deceased|species|police|sheep)"
)
_TIMES = rf"(?:twice|{_NUMBER}\stimes)"
_ANNOUNCED = re.compile(
    rf"(?<![\w.,£$€-])(?:(?P<number>(?i:{_NUMBER}))\s(?P<things>{_THINGS})(?:\s(?:running|in\sa\srow))?(?!\w)|"
    rf"\b(?i:the|an?|this|that|his|her|their)\s(?:[a-z-]+\s)?(?P<group>{'|'.join(_GROUPS)})(?:\sof\s[a-z]+s)?(?!\w)|"
    rf"\b(?P<times>{_TIMES})(?!\w))"
)
_GAP = r"(?:\sa\s(?:week|day|month|year))?(?:\s(?!(?:{number}|a|an|and|or|but|one)\b|\d)[\w’'-]+){{0,{most}}}?"
_JOINTS = (
    ("colon", 8, r":\s"),
    ("dash", 4, r"\s?[—–]\s|\s-\s"),
    ("bracket", 2, r"\s?\("),
    ("says", 3, r",?\s(?:made\sup\sof|consist(?:s|ing)\sof|compris(?:es|ing)|namely|named\sas|identified\sas)\s"),
    ("as", 0, r"\sas\s"),
    ("are", 2, r"\s(?:are|were|will\sbe)\s"),
    ("comma", 2, r",\s"),
)
_CAP = r"(?:Mc|Mac|O[’'])?[A-ZÀ-Þ][\w’'-]*(?:\.(?=\s[A-ZÀ-Þ]))?"
_NAME = (
    rf"(?:(?:the|in|to|from|against|at|(?:his|her|their)\s[a-z-]+)\s)?{_CAP}(?:\s(?:(?:de|van|von|of|al|bin|la|le|du|the|upon)\s(?:the\s)?)?{_CAP}){{0,4}}"
    r"(?:,\s(?:aged\s)?\d{1,3}(?=,|\sand\b|[.;)—–]|\s|$)|\s\([^()]{1,40}\))?"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WORD = r"(?!(?:and|who|which|that)\b)[\w’'-]+"
_SHAPES = {
    "year": rf"(?:(?:in|of|from)\s)?(?:{_MONTH}\s)?(?:19|20)\d\d|(?:in\s)?{_MONTH}",
    "name": _NAME,
    "the": rf"(?:the|its|his|her|their)\s{_WORD}(?:\s{_WORD}){{0,5}}",
    "one": rf"an?\s{_WORD}(?:\s{_WORD}){{0,6}}",
    "bare": r"[a-z][a-z’'-]+(?:\s(?!and\b|or\b)[a-z’'-]+){0,2}",
}
_OPEN_ENDED = re.compile(
    r"\b(?:such\sas|including|among|like|notably|led\sby|for\sexample|for\sinstance|e\.g\.|especially|mainly|mostly|later|"
    r"ago|pairs?|each|between|with|who|which|that|apart|when|after|before|beat|beating|against)\b",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"\b(?P<of>\w+|\d+)\s(?:out\s)?of\s(?:the|its|their|his|her|those|these|all)\s(?:\w+\s)?$", re.IGNORECASE
)
_FRONTED = re.compile(
    r"(?:^|[.;:]\s|,\s)[\"“‘']?(?:in|on|after|before|for|over|during|within|from|with|at|by|since)\b[^,;:]*$", re.I
)
_AT_LEAST = re.compile(
    r"\b(?:at\sleast|more\sthan|about|some|up\sto|nearly|almost|over|another|other|the\sfirst|the\slast|than|page|aged?|or)\s$",
    re.I,
)
_MORE_TO_COME = re.compile(
    r",?\s(?:and|plus|as\swell\sas|along\swith|together\swith|among|or|et\sal|etc)\b|\s?[–—-]\s?(?:plus|and)\b", re.I
)
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_PEOPLE = re.compile(
    r"\b(?:men|women|people|children|players|boys|girls|brothers|sisters|\w+ers|\w+ors|\w+ists)$", re.I
)
_WHEN = frozenset(
    [
        "times",
        "years",
        "seasons",
        "occasions",
        "championships",
        "titles",
        "elections",
        "tournaments",
        "editions",
        "visits",
    ]
)
_MOST_APART = 3


class _Found(msgspec.Struct, frozen=True):
    span: Span
    printed: str
    number: int
    items: tuple[str, ...]


def wrong_listings(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield a number that is not that of the things listed after it.

    The things must all be of one shape (names, years, "the …", "a …", plain nouns), so that nothing else is taken for
    one of them, and nothing may say that only some are listed.
    """
    for match in _ANNOUNCED.finditer(text, one.sentence.start, one.sentence.end):
        found = _listed(text, match, one.sentence.end, one.sentence.start)
        if (
            found is not None
            and len(found.items) != found.number
            and abs(len(found.items) - found.number) <= _MOST_APART
        ):
            working = f"{len(found.items)} listed: {' | '.join(found.items)}"
            yield slip(found.span, CheckKind.COUNT_MISMATCH, found.printed, str(len(found.items)), working)


def _listed(text: str, match: re.Match[str], end: int, floor: int) -> _Found | None:
    number = _number(match, text, floor)
    if number is None:
        return None
    for name, joint in _joints():
        opened = joint.match(text, match.end(), end)
        if opened is None or _OPEN_ENDED.search(opened.group()):
            continue
        if name == "comma" and _FRONTED.search(text, floor, match.start()):
            continue
        items, closes = _items(text, opened.end(), end, name, match)
        if items:
            printed = match["number"] or match["group"] or match["times"]
            return _Found(Span(match.start(), closes), printed, number, items)
    return None


def _number(match: re.Match[str], text: str, floor: int) -> int | None:
    """Return the number announced; of "three of the five towns" it is the three, of "some of the five" none."""
    if _AT_LEAST.search(text, max(floor, match.start() - 14), match.start()):
        return None
    if (match["number"] or "a")[0].isupper() and text[floor : match.start()].strip("\"“‘' "):
        return None
    if match["group"]:
        return _GROUPS[match["group"].casefold()]
    printed = (match["number"] or match["times"].split()[0]).casefold()
    number = {"both": 2, "twice": 2}.get(printed) or (
        int(printed) if printed.isdigit() else int(value_of_words(printed) or 0)
    )
    some = _SOME_OF.search(text, max(floor, match.start() - 30), match.start())
    if some is None or some["of"].casefold() in ("all", "both", "neither", "none", "winners", "each"):
        return number
    value = int(some["of"]) if some["of"].isdigit() else int(value_of_words(some["of"].casefold()) or 0)
    if some["of"][0].isalpha() and not value:
        return number if some["of"].casefold().endswith("s") and some["of"].casefold() not in _VAGUE else None
    return value


_VAGUE = frozenset(["lots", "dozens", "scores", "thirds", "quarters", "others", "less", "halves"])


def _items(text: str, start: int, end: int, joint: str, match: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """Return the things listed from an offset on, with where they end, or nothing when they are of several shapes."""
    things = (match["things"] or "").split()[-1:] or [""]
    for shape, pattern in _lists().items():
        if not _may_be(shape, joint, things[0].casefold(), bool(match["times"])):
            continue
        found = pattern.match(text, start, end)
        if found is None or not _closes(text, found.end(), end, joint, shape):
            continue
        if (
            joint == "comma"
            and shape != "year"
            and (" or " in found.group() or re.match(r"(?:in|to|from|against|at)\s", found.group()))
        ):
            continue
        items = tuple(_split(found.group(), shape))
        is_unit = shape == "name" and things[0].casefold() in word_set("grammar", "things_not_listed")
        if is_unit and not all(item.casefold() in _WEEKDAYS for item in items):
            continue
        return items, found.end()
    return (), start


def _may_be(shape: str, joint: str, things: str, is_times: bool) -> bool:
    if shape == "year":
        return is_times or things in _WHEN
    if is_times:
        return False
    if shape != "name" and things in word_set("grammar", "things_not_listed"):
        return False
    if joint in ("are", "as", "says"):
        return shape == "name"
    if shape == "bare":
        return joint in ("colon", "bracket") and not _PEOPLE.search(things)
    if shape == "one":
        return joint != "comma" or _PEOPLE.search(things) is not None
    return True


def _closes(text: str, at: int, end: int, joint: str, shape: str) -> bool:
    rest = text[at:end]
    if joint == "bracket":
        return rest.startswith(")")
    if joint == "colon":
        return re.fullmatch(r"[.!?]?[\"”’')]*\s*", rest) is not None
    if joint == "dash":
        return re.match(r"[.!?]?[\"”’')]*\s*$|\s?[—–]|\s-\s", rest) is not None and not _MORE_TO_COME.match(rest)
    if shape == "one" and not rest.startswith(", "):
        return False
    return re.match(r"[.;:)]|,\s|$", rest) is not None and not _MORE_TO_COME.match(rest)


def _split(listing: str, shape: str) -> list[str]:
    plain = re.sub(r"\s\([^()]*\)", "", listing)
    if shape == "name":
        plain = re.sub(r",\s(?:aged\s)?\d{1,3}(?=,|\s|$)", "", plain)
    return [item for item in re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s|\s&\s", plain) if item]


@lru_cache(maxsize=1)
def _joints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(_GAP.format(number=_NUMBER, most=most) + rf"(?:{joint})", re.IGNORECASE))
        for name, most, joint in _JOINTS
    )


@lru_cache(maxsize=1)
def _lists() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?:{shape})(?:,\s(?!and\b|or\b)(?:{shape}))*,?\s(?:and|or|&)\s(?:{shape})")
        for name, shape in _SHAPES.items()
    }
