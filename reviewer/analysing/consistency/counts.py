"""A number of things announced against the things then listed."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ANNOUNCED = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|10)\s(?P<things>(?:[a-z][\w’'-]*\s){{0,4}}?[a-z][\w’'-]*s|people|"
    rf"men|women|children)"
    rf"(?:\s(?:[a-z][\w’'-]*\s?){{0,5}})?(?P<opens>:\s|\s?[—–]\s)",
    re.IGNORECASE,
)
_LONGEST_ITEM = 60
_UNITS = word_set("grammar", "things_not_listed")


def wrong_counts(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield "three reasons: a, b, c and d": only clean lists that close with "and" are counted."""
    for one in checked.sentences:
        yield from _lists(checked.text, one)
        yield from _named(checked.text, one)


_NAMED = re.compile(
    rf"\b(?P<number>(?i:{'|'.join(_NUMBERS)}))\s(?:[a-z-]+\s){{0,2}}?(?:[a-z-]+s|people|men|women|"
    rf"children)(?:\s[a-z]+)?,\s"
    r"(?P<names>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})*,?\sand\s"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?=,\s[a-z])"
)


def _named(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "three players, Dale, Reed, Bell and Ott, were booked": nothing but names, set off by commas."""
    for match in _NAMED.finditer(text, one.sentence.start, one.sentence.end):
        names = re.split(r",\s(?:and\s)?|\sand\s", match.group("names"))
        number = _NUMBERS[match.group("number").casefold()]
        if len(names) != number and abs(len(names) - number) <= 3:
            working = f"{len(names)} named: {' | '.join(names)}"
            yield slip(
                Span(match.start(), match.end()),
                CheckKind.COUNT_MISMATCH,
                match.group("number"),
                str(len(names)),
                working,
            )


def _lists(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    span = one.sentence.span
    for match in _ANNOUNCED.finditer(text, span.start, span.end):
        if match.group("things").split()[-1] in _UNITS:
            continue
        items = _items(text[match.end() : _list_end(text, match, span)])
        folded = match.group("number").casefold()
        number = _NUMBERS.get(folded, 0) or int(folded)
        if items and len(items) != number and abs(len(items) - number) <= 3:
            stretch = Span(match.start("number"), match.start("opens"))
            printed, listed = match.group("number"), " | ".join(items)
            yield slip(stretch, CheckKind.COUNT_MISMATCH, printed, str(len(items)), f"{len(items)} listed: {listed}")


def _list_end(text: str, match: re.Match[str], span: Span) -> int:
    """Return where the list ends: at the second dash of a pair, or with the sentence."""
    if match.group("opens").strip() in "—–":
        closing = re.compile(r"\s?[—–]\s").search(text, match.end(), span.end)
        return closing.start() if closing else match.end()
    return span.end


def _items(listing: str) -> list[str]:
    """Return the things of a list, or nothing when it is not plainly one."""
    listing = listing.strip().rstrip(".!?;").strip()
    if ";" in listing:
        parts = [re.sub(r"^(?:and|or)\s", "", part.strip()) for part in listing.split(";")]
        return parts if len(parts) > 1 and all(parts) else []
    closing = re.search(r",?\s+and\s+(?!.*\sand\s)", listing)
    if closing is None or re.search(r"[:—–(]", listing):
        return []
    before, last = listing[: closing.start()], listing[closing.end() :]
    items = [item.strip() for item in before.split(",")] + [last.strip()]
    plain = all(item and len(item) <= _LONGEST_ITEM and " and " not in item for item in items) and "," not in last
    verbs = any(re.search(r"\b(?:who|which|that|whose)\b", item) for item in items)
    return items if plain and not verbs and len(items) >= 2 else []
