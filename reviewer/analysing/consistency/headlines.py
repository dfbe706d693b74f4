"""Numbers of people and things in the headline against those in the story under it."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.claim import Place
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_KINDS = (
    (
        re.compile(
            r"\b(?:die|dies|died|dead|killed|kill|kills|deaths?|drown|drowned|perish(?:ed)?|lost their lives)\b", re.I
        ),
        "dead",
    ),
    (re.compile(r"\b(?:hurt|injured|wounded|injures|in hospital|taken to hospital)\b", re.I), "hurt"),
    (re.compile(r"\b(?:arrested|arrests?|held|detained)\b", re.I), "held"),
    (re.compile(r"\b(?:charged|charges)\b", re.I), "charged"),
    (re.compile(r"\b(?:jailed|imprisoned|sentenced)\b", re.I), "jailed"),
    (re.compile(r"\b(?:missing)\b", re.I), "missing"),
    (re.compile(r"\b(?:rescued|saved)\b", re.I), "rescued"),
)
_NOUN = re.compile(r"\s(?:[a-z-]+\s){0,1}?(?P<noun>[a-z]{3,}s|people|men|women|children)\b")
_FEWEST_KNOWN = 2
_STORY_REACH = 6
_ROUNDED_FROM = 100
_NOT_COUNTED = frozenset(
    (
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "times",
        "percent",
        "points",
        "goals",
        "runs",
        "wickets",
        "lengths",
        "seconds",
        "sets",
        "miles",
        "yards",
        "metres",
        "pounds",
        "dollars",
        "euros",
        "pence",
        "others",
        "ways",
        "thirds",
        "quarters",
    )
)


def wrong_headlines(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield a count in the headline that the story never has, where the story counts the same things otherwise.

    The same things are those of one noun ("homes"), or people who met one fate ("die", "were killed"). A number that
    the story has anywhere, or rounds to, is right; a story with two counts of the things is left alone.
    """
    heads = [one for one in checked.sentences if one.sentence.place in (Place.HEADLINE, Place.STANDFIRST)]
    body = [one for one in checked.sentences if one.sentence.place is Place.BODY]
    told = [quantity for one in body for quantity in one.quantities]
    for one in heads:
        for quantity in one.quantities:
            is_told = any(_may_be(quantity, other) for other in told)
            if _is_count(quantity) and not is_told and not _is_age(checked.text, quantity):
                yield from _against(checked.text, one, quantity, body[:_STORY_REACH])
        yield from _ages_against(checked, one, body)


def _is_age(text: str, quantity: Quantity) -> bool:
    return text[: quantity.start].endswith((", ", "(", "aged ", "of ")) and text[quantity.end : quantity.end + 1] in (
        ",",
        ")",
        " ",
    )


def _ages_against(
    checked: CheckedText, head: CheckedSentence, body: Sequence[CheckedSentence]
) -> Iterator[InternalCheck]:
    """Check "Man, 34, jailed" against the only age of the story."""
    text = checked.text
    told = _SOMEBODY.search(text, head.sentence.start, head.sentence.end)
    if told is None or not body:
        return
    story = text[body[0].sentence.start : body[-1].sentence.end]
    ages = {match["age"] or match["old"] for match in _NAMED_WITH_AGE.finditer(story)}
    if len(ages) == 1 and not re.search(rf"(?<!\d){told['age']}(?!\d)", story):
        age = ages.pop()
        working = f"the story says {age}"
        yield slip(Span(*told.span()), CheckKind.AGE, told["age"], age, working)


_SOMEBODY = re.compile(
    r"\b(?:[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Tt]eenager|[Dd]river|[Tt]eacher|[Ff]ather|[Mm]other|[Pp]ensioner|"
    r"[Ss]tudent|[Cc]yclist|[Pp]edestrian),\s(?P<age>\d{1,2})(?=,)"
)
_NAMED_WITH_AGE = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?:,\s(?:aged\s)?|\s\()(?P<age>\d{1,2})(?=[,)])|\b(?P<old>\d{1,2})-year-old\b"
)


def _is_count(quantity: Quantity) -> bool:
    return not quantity.unit and not quantity.hedge and quantity.high is None and quantity.value >= _FEWEST_KNOWN


def _may_be(head: Quantity, other: Quantity) -> bool:
    if head.value == other.value or (other.high is not None and other.value <= head.value <= other.high):
        return True
    return head.value >= _ROUNDED_FROM and abs(head.value - other.value) <= head.step


def _against(
    text: str, one: CheckedSentence, head: Quantity, body: Sequence[CheckedSentence]
) -> Iterator[InternalCheck]:
    kind, noun = _kind(text, head, one.sentence.span), _noun(text, head, one.sentence.end)
    same = [
        quantity
        for sentence in body
        for quantity in sentence.quantities
        if _is_count(quantity)
        and (
            (noun and noun == _noun(text, quantity, sentence.sentence.end))
            or (kind and kind == _kind(text, quantity, sentence.sentence.span))
        )
    ]
    if len({quantity.value for quantity in same}) != 1 or _adds_up(head, [q for s in body for q in s.quantities]):
        return
    said = text[same[0].start : same[0].end]
    end = _noun_end(text, head, one.sentence.end)
    working = f"the story says {said}"
    yield slip(
        Span(head.start, end), CheckKind.COUNT_MISMATCH, text[head.start : head.end], shown(same[0].value), working
    )


def _adds_up(head: Quantity, told: Sequence[Quantity]) -> bool:
    """Return whether two or three counts of the story next to one another make the headline's."""
    counts = [quantity.value for quantity in told if not quantity.unit and quantity.high is None]
    return any(sum(counts[at : at + size]) == head.value for size in (2, 3) for at in range(len(counts) - size + 1))


def _noun(text: str, quantity: Quantity, limit: int) -> str:
    match = _NOUN.match(text, quantity.end, limit)
    return match["noun"] if match and match["noun"] not in _NOT_COUNTED else ""


def _noun_end(text: str, quantity: Quantity, limit: int) -> int:
    match = _NOUN.match(text, quantity.end, limit)
    return match.end() if match else quantity.end


def _kind(text: str, quantity: Quantity, sentence: Span) -> str:
    """Return what befell the people counted: the nearest such word that follows with no other number between."""
    stretch = text[quantity.end : min(sentence.end, quantity.end + 60)]
    stretch = re.split(
        r"\d|[.;:]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", stretch, maxsplit=1
    )[0]
    found = [(match.start(), name) for pattern, name in _KINDS if (match := pattern.search(stretch))]
    return min(found)[1] if found else ""
