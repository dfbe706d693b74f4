"""A number of things announced against the things then listed."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.listings import wrong_listings
from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NUMBER = rf"(?P<number>(?i:{'|'.join(_NUMBERS)}))"
_ANNOUNCED = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|10)\s(?P<things>(?:[a-z][\w’'-]*\s){{0,4}}?[a-z][\w’'-]*s|people|"
    rf"men|women|children|criteria|phenomena)"
    rf"(?P<rest>(?:,?\s(?!(?:{'|'.join(_NUMBERS)}|\d+)\b)[\w’'-]+){{0,9}}?,?)(?P<opens>:\s|\s?[—–]\s|\s-\s)",
    re.IGNORECASE,
)
_LONGEST_ITEM = 90
_UNITS = word_set("grammar", "things_not_listed")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:de|van|von|of|the|la|le|al|bin)(?=\s))?(?:\s[A-ZÀ-Þ][\w’'.-]+){0,3}"
_GLOSSED = rf"{_NAME}(?:,\s\d{{1,2}}|\s\([^()]{{1,30}}\)|,\saged\s\d{{1,2}})?"
_SUBJECTS = r"(?:[a-z’'-]+\s){0,3}?(?:[a-z’'-]+s|people|men|women|children)"
_NAMED = re.compile(
    rf"\b{_NUMBER}\s{_SUBJECTS}(?:\s[a-z]+)?,\s"
    rf"(?P<names>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})(?=,\s[a-z]|\.(?:\s|$)|;)"
)
_NAMED_AS = re.compile(
    rf"\b(?:[Tt]he\s)?{_NUMBER}\s{_SUBJECTS}?\s?(?:were|was|are|have\sbeen|has\sbeen)\s(?:named|identified)"
    rf"(?:\s[a-z]+){{0,4}}\s?(?:as|:)\s"
    rf"(?P<names>{_GLOSSED}(?:,\s(?!and\b){_GLOSSED})*,?\sand\s{_GLOSSED})(?=[,.;]|\s[a-z])"
)
_ARE = re.compile(
    rf"\b[Tt]he\s{_NUMBER}\s{_SUBJECTS}\s(?:are|were|will\sbe)\s(?P<names>{_GLOSSED}(?:,\s(?!and\b){_GLOSSED})*,?\sand\s{_GLOSSED})(?=\.(?:\s|$))"
)
_OF_CHARGES = re.compile(
    rf"\b{_NUMBER}\s(?:charges|counts|offences|allegations|accusations|claims)(?:,|\s—|\s–)?\s(?:of\s)"
    r"(?P<names>[a-z][a-z ’'-]{2,40}(?:,\s(?!and\b)[a-z][a-z ’'-]{2,40})+,?\sand\s[a-z][a-z ’'-]{2,40})(?=[,.;])"
)
_GROUPS = {
    "duo": 2,
    "pair": 2,
    "couple": 2,
    "twins": 2,
    "trio": 3,
    "triplets": 3,
    "quartet": 4,
    "quintet": 5,
    "sextet": 6,
}
_GROUP_NAMED = re.compile(
    rf"\b[Tt]he\s(?P<number>{'|'.join(_GROUPS)})(?:,\s|\s[—–-]\s|\s\()"
    rf"(?P<names>{_GLOSSED}(?:,\s(?!and\b){_GLOSSED})*,?\sand\s{_GLOSSED})(?=,|\s[—–-]\s|\))"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_THINGS = (
    r"(?:things|reasons|aims|goals|points|demands|conditions|steps|stages|questions|options|problems|causes|"
    r"lessons|factors|"
    r"recommendations|proposals|grounds|changes|measures|ways|rules|priorities|findings|concerns|objections|"
    r"requests|promises|faults|tests)"
)
_ENUMERATED = re.compile(rf"\b{_NUMBER}\s(?:[a-z-]+\s){{0,2}}?{_THINGS}\b")
_ENUMERATOR = re.compile(
    r"(?:^|(?<=[.;:]\s))(?:(?:The|His|Her|Their|Its)\s)?(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|"
    r"[Ff]ifth|[Ss]ixth)(?:ly)?"
    r"(?:,|\sis\b|\swas\b|\sare\b|\swere\b|\sconcern\w*\b|\scame\b|\sto\b)"
)
_BOTH = re.compile(r"^(?:Both|The two|Neither)\b")
_CHOICES = ("choices", "options", "possibilities", "alternatives", "ways")
_SUCH_AS = re.compile(r"\b(?:such as|including|among them|for example|for instance|notably|like)\b", re.IGNORECASE)
_APART = re.compile(r"each\b|\b(?:later|ago|after)\b")
_BULLET = re.compile(r"^[ \t]*(?:[-–—•*·▪◦]|\(?\d{1,2}[.)]|\([a-z]\))[ \t]+\S")
_OPENS_LIST = re.compile(rf"\b{_NUMBER}\s{_SUBJECTS}[^.!?\n:]{{0,60}}:\s*$")


def wrong_counts(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield "three reasons: a, b, c and d": only clean lists are counted."""
    for one, following in zip(checked.sentences, [*checked.sentences[1:], None], strict=False):
        yield from _lists(checked.text, one, following)
        for pattern in (_NAMED, _NAMED_AS, _OF_CHARGES, _GROUP_NAMED, _ARE):
            yield from _named(checked.text, one, pattern)
        yield from wrong_listings(checked.text, one)
    for paragraph in checked.paragraphs():
        yield from _enumerations(checked, paragraph)
    yield from _bullets(checked)


def _mismatch(span: Span, printed: str, items: Sequence[str], word: str) -> InternalCheck:
    working = f"{len(items)} {word}: {' | '.join(items)}"
    return slip(span, CheckKind.COUNT_MISMATCH, printed, str(len(items)), working)


def _named(text: str, one: CheckedSentence, pattern: re.Pattern[str]) -> Iterator[InternalCheck]:
    """Check "three players, Dale, Reed, Bell and Ott, were booked" and "the two were named as …": nothing but names."""
    for match in pattern.finditer(text, one.sentence.start, one.sentence.end):
        if re.search(r"\band\b", text[match.start() : match.start("names")]):
            continue
        listed = re.sub(r"(?:,\s(?:aged\s)?\d{1,2}\b|\s\([^()]*\))", "", match.group("names"))
        names = re.split(r",\s(?:and\s)?|\sand\s", listed)
        printed = match.group("number").casefold()
        number = _NUMBERS.get(printed) or _GROUPS[printed]
        if len(names) != number and abs(len(names) - number) <= 3:
            yield _mismatch(Span(*match.span()), match.group("number"), names, "named")


def _lists(text: str, one: CheckedSentence, following: CheckedSentence | None) -> Iterator[InternalCheck]:
    span = one.sentence.span
    for match in _ANNOUNCED.finditer(text, span.start, span.end):
        things = match.group("things").split()
        if things[-1] in _UNITS or _SUCH_AS.search(match.group()) or "pairs" in things or _APART.search(match["rest"]):
            continue
        end = _list_end(text, match, span)
        folded = match.group("number").casefold()
        number = _NUMBERS.get(folded, 0) or int(folded)
        listing = text[match.end() : end]
        if things[-1] in _CHOICES:
            listing = re.sub(r",?\sor\s(?!.*\sor\s)", " and ", listing)
        items = _items(listing)
        if number == 3 and len(items) == 2 and not _is_plainly_two(text, items, following):
            continue
        if items and len(items) != number and abs(len(items) - number) <= 3 and not _goes_on(text, following, number):
            stretch = Span(match.start("number"), end if match.group("rest").strip() else match.start("opens"))
            yield _mismatch(stretch, match.group("number"), items, "listed")


def _is_plainly_two(text: str, items: Sequence[str], following: CheckedSentence | None) -> bool:
    """Return whether two things are two: each with its article or a name, or "both" in the next sentence."""
    if following is not None and _BOTH.match(text, following.sentence.start):
        return True
    return all(re.match(r"(?:an?|the|its|his|her|their|that|whether|how|[A-Z]\S*)\s", item) for item in items) or all(
        re.fullmatch(_NAME, item) for item in items
    )


def _goes_on(text: str, following: CheckedSentence | None, number: int) -> bool:
    """Return whether the next sentence brings what the list has left out: "And, she added, …", "The third, that …"."""
    if following is None:
        return False
    start = text[following.sentence.start : following.sentence.start + 40]
    opens = re.match(r"(?:And|Also|Finally|Lastly|The last|The final|The other|Another|In addition|A further)\b", start)
    return opens is not None or (number > 2 and re.match(rf"The {_ORDINALS[min(number, 6) - 1]}\b", start) is not None)


def _list_end(text: str, match: re.Match[str], span: Span) -> int:
    """Return where the list ends: at the second dash of a pair, or with the sentence."""
    if match.group("opens").strip() in ("—", "–", "-"):
        closing = re.compile(r"\s?[—–]\s|\s-\s").search(text, match.end(), span.end)
        return closing.start() if closing else match.end()
    return span.end


def _items(listing: str) -> list[str]:
    """Return the things of a list, or nothing when it is not plainly one."""
    listing = re.sub(r"\s\([^()]{1,40}\)", "", listing.strip()).rstrip(".!?;,”\"'").strip()
    if ";" in listing:
        parts = [re.sub(r"^(?:and|or)\s", "", part.strip()) for part in listing.split(";")]
        return parts if len(parts) > 1 and all(parts) else []
    alike = _alike_clauses(listing)
    if alike:
        return alike
    closing = re.search(r",?\s+and\s+(?!.*\sand\s)", listing)
    if closing is None or re.search(r"[:—–(]", listing):
        return []
    before, last = listing[: closing.start()], listing[closing.end() :]
    items = [item.strip() for item in before.split(",")] + [last.strip()]
    if any(item.startswith("and ") for item in items):
        return []
    plain = all(item and len(item) <= _LONGEST_ITEM and " and " not in item for item in items) and "," not in last
    verbs = any(re.search(r"\b(?:who|which|that|whose|was|were|are|is)\b", item) for item in items)
    return items if plain and not verbs and len(items) >= 2 else []


def _alike_clauses(listing: str) -> list[str]:
    """Return the clauses of "that a, that b and that c": each opens with one word, so that their number is plain."""
    first = next(
        (opener for opener in ("that ", "whether ", "how ", "why ", "to ") if listing.startswith(opener)), None
    )
    if first is None:
        return []
    clauses = re.split(rf"(?:,|,?\sand)\s(?={first})", listing)
    return [clause.strip() for clause in clauses] if len(clauses) >= 2 else []


def _enumerations(checked: CheckedText, paragraph: Sequence[CheckedSentence]) -> Iterator[InternalCheck]:
    """Check "three aims. The first is … The second is …" with one too few or too many."""
    text = checked.text
    for at, one in enumerate(paragraph):
        announced = list(_ENUMERATED.finditer(text, one.sentence.start, one.sentence.end))
        rest = Span(one.sentence.end, paragraph[-1].sentence.end)
        if len(announced) != 1 or at + 1 == len(paragraph) or ":" in text[announced[0].end() : one.sentence.end]:
            continue
        number = _NUMBERS[announced[0].group("number").casefold()]
        told = [_ORDINALS.index(found["which"].casefold()) + 1 for found in _told(text, paragraph[at + 1 :])]
        complete = told == list(range(1, len(told) + 1)) and len(told) >= 2
        if not complete or len(told) == number or number > 6:
            continue
        if len(told) < number and (_later_ordinal(text, rest, len(told)) or _runs_on(checked, paragraph)):
            continue
        names = [_ORDINALS[place - 1] for place in told]
        yield _mismatch(Span(*announced[0].span()), announced[0].group("number"), names, "told")


def _told(text: str, sentences: Sequence[CheckedSentence]) -> Iterator[re.Match[str]]:
    for one in sentences:
        match = _ENUMERATOR.match(text, one.sentence.start, one.sentence.end)
        if match is not None:
            yield match


def _later_ordinal(text: str, rest: Span, told: int) -> bool:
    words = "|".join((*_ORDINALS[told:], "last", "final", "finally", "lastly", "other"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE).search(text, rest.start, rest.end) is not None


def _runs_on(checked: CheckedText, paragraph: Sequence[CheckedSentence]) -> bool:
    """Return whether the next paragraph opens with what is still to come."""
    end = paragraph[-1].sentence.end
    following = next((one for one in checked.sentences if one.sentence.start > end), None)
    if following is None:
        return False
    start = checked.text[following.sentence.start : following.sentence.start + 60]
    return re.match(rf"(?:The\s)?(?:{'|'.join(_ORDINALS)}|And|Finally|Lastly|Last)\b", start, re.IGNORECASE) is not None


def _bullets(checked: CheckedText) -> Iterator[InternalCheck]:
    """Check "four reasons were given:" against the marked lines below it."""
    text = checked.text
    for one in checked.sentences:
        end = one.sentence.end
        opening = _OPENS_LIST.search(text, one.sentence.start, end)
        if opening is None:
            continue
        lines = text[end:].lstrip("\r\n").splitlines()
        items: list[str] = []
        for line in lines:
            if _BULLET.match(line):
                items.append(line.strip())
            elif line.strip():
                break
        number = _NUMBERS[opening.group("number").casefold()]
        if len(items) >= 2 and len(items) != number and abs(len(items) - number) <= 3:
            yield _mismatch(Span(opening.start(), end), opening.group("number"), items, "listed")
