"""Ages against dates of birth, against each other and against what was done at an age in a year."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from reviewer.analysing.consistency.frames import Marked, Match, matches
from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, day_of, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention
from reviewer.text.numbers import Quantity

_AGE = r"{a:NT}"
_OLD = r"(?: years? old| years of age)?"
_SHORT = r"[^.;:!?\n]{0,60}?"
_RELATIVE = re.compile(
    r"\b(?:whose|mother|father|parents?|son|daughter|brother|sister|wife|husband|child|children|twins?|"
    r"grand\w+|uncle|aunt|niece|nephew|"
    r"cousin|friend|partner|predecessor|successor|rival|colleague|baby)\b",
    re.IGNORECASE,
)
_DIED = re.compile(r"\b(?:died|dies|killed|dead|death|late|murdered|drowned|buried|obituary)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:He|She|They|His|Her|The)\b")
_THEN = (
    rf"\b(?:was|were|aged) {_AGE}{_OLD} (?:when|at the time|on the (?:day|night)|in|on)\b{_SHORT}(?<!\w){{d:D}}",
    rf"\bat (?:the age of |age )?{_AGE}{_OLD},? (?:in|on) {{d:D}}",
    (
        rf"\b(?:in|on) {{d:D}}[^.;:!?\n]{{0,40}}?,? (?:at|aged)(?: the age of| age| just| only)? {_AGE}(?=[ ,.;)])"
        rf"(?! (?:am|pm|o'clock|percent|per))"
    ),
    rf"\bturn(?:ed|s)? {_AGE} (?:in|on) {{d:D}}",
    rf"\b(?:died|drowned|killed|murdered)\b{_SHORT}(?<!\w){{d:D}}[^.;:!?\n]{{0,20}}?\b(?:aged|at the age of|at) {_AGE}",
    rf"\bwas {_AGE} (?:when|at)\b{_SHORT}(?<!\w){{d:D}}",
    rf"\bmade [^.;:!?\n]{{0,40}}?\bat {_AGE},? in {{d:D}}",
)
_NOW = (
    rf"\b(?:is|'s) (?:now |just |only )?{_AGE}{_OLD}(?=[,.;)]| and\b| but\b| today\b| now\b|$)",
    rf",? now {_AGE}{_OLD}(?=[,.;)])",
    rf"[A-Z][\w'-]+, (?:aged )?{_AGE}(?=[,;.)]| and\b| is\b| was\b)",
    rf"[A-Z][\w'-]+ \((?:aged )?{_AGE}\)",
    r"\bthe {a:T}(?=,| (?!later|before|after))",
    rf"\)(?:,| is) (?:aged )?{_AGE}(?=[,.;)]|$)",
    r"(?:^|§)At (?:just |only )?{a:N}, (?=[A-Z])",
    rf"\bturned {_AGE}(?= (?:on|this|last|today|yesterday|earlier|in the)| ¤|[,.;])",
)
_BIRTH = (
    r"\bborn\b(?:(?!\b(?:where|and|who|which|when|but|before|after)\b)[^.;:!?\n]){0,40}?(?<!\w){b:D}",
    r"\bborn {b:D}",
    r"\b(?:d\.?o\.?b\.?|date of birth)[: ]{1,3}{b:D}",
)
_WILL_BE = rf"\b(?:will be|will turn|turns|is to be) {_AGE}{_OLD} (?:in|on|next|this|later|tomorrow)\b"
_HAS_DIED = rf"\bhas died,? (?:at the age of|at|aged) {_AGE}(?=[,.;)]| in\b| on\b| at\b| after\b)"
_TELLS_BIRTH = re.compile(r"\bborn\b|birth|\bd\.?o\.?b\b", re.IGNORECASE)
_SAID_ON = r"\b(?:said|announced|told|reported|wrote|confirmed)\b[^.;:!?\n]{0,40}?\bon {d:D}"
_LIFE = re.compile(
    r"\((?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\)[^.;\n]{0,60}?\b(?:was|aged|at)\s"
    r"(?:the\sage\sof\s)?(?P<age>\d{1,3})\b"
    r"[^.;\n]{0,30}?(?:\bdie[ds]?\b|\bdeath\b|[,.;]|$)"
)
_GROWN = (
    (
        r"\b(?:was|were) (?:only |just )?{a:N} (?:when\b[^.;:!?\n]{0,60}?\b)?(?:in|on) {d:D}[^.;:!?\n]{0,60}?"
        r"(?:\b(?:is|now|today)\b(?: now)? |[.;] Now ){b:N}(?=[,.;)]| years| ¤|$)"
    ),
    (
        r"\b(?:was|were) {a:N} when\b[^.;:!?\n]{0,60}?\b(?:in|on) {d:D}[^.;:!?\n]{0,40}?\b(?:is|now|today)\b"
        r"(?: now)? {b:N}(?=[,.;)]| years|$)"
    ),
    (
        r"[A-Z][\w'-]+, (?:now |aged )?{b:N},[^.;:!?\n]{0,60}?\bin {d:D},? (?:at|aged)(?: the age of| age)? {a:N}"
        r"(?=[,.;)]|$)"
    ),
    r"[A-Z][\w'-]+, (?:now |aged )?{b:N},[^.;:!?\n]{0,40}?\b(?:was|were) {a:N} when\b[^.;:!?\n]{0,60}?\bin {d:D}",
)
_SETTLED = (
    r"[A-Z][\w'-]+, (?:aged )?{b:N}, (?:who )?(?:has|have) (?:lived|been|worked|played|run|owned|farmed|"
    r"taught|sung|rowed|served|fished)\b[^.;:!?\n]{0,60}?\bsince {d:D}"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TWINS = re.compile(
    r"\btwins?\b(?:\s(?:brothers?|sisters?|sons?|daughters?|boys|girls))?[,:]?\s"
    rf"(?:[A-Z][\w’'-]+\s){{0,2}}[A-Z][\w’'-]+,\s(?P<one>{_COUNT}),?\s(?:and|or)\s"
    rf"(?:[A-Z][\w’'-]+\s){{0,2}}[A-Z][\w’'-]+,\s(?P<other>{_COUNT})\b"
)
_TWIN_OF = re.compile(
    r"\b[A-Z][\w’'-]+,\s(?P<one>\d{1,2}),[^.;\n]{0,70}?\btwin(?:\s(?:sister|brother))?,?\s"
    r"(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+,\s(?P<other>\d{1,2})\b"
)
_NAMED_AGE = re.compile(r"\b[A-Z][\w’'-]+(?:,\s(?:aged\s)?|\s\()(?P<age>\d{1,2})(?=[,).;])")
_THE_OLD = re.compile(r"The\s(?P<age>\d{1,2})-year-old\b")


def wrong_lifetimes(checked: CheckedText, marked: Marked, paragraph: list[CheckedSentence]) -> Iterator[InternalCheck]:
    """Yield ages that cannot be: by a date of birth in their sentence or the next, by another age, by a year."""
    text = checked.text
    for one, following in zip(paragraph, [*paragraph[1:], None], strict=False):
        yield from _by_birth(checked, marked, one, following)
        yield from _lives(text, one.sentence.span)
        yield from _twins(text, one.sentence.span)
        if following is not None:
            yield from _the_same_person(text, one.sentence.span, following.sentence.span)
    if checked.published is not None:
        yield from _grown(marked, checked.published)


def _by_birth(
    checked: CheckedText, marked: Marked, one: CheckedSentence, following: CheckedSentence | None
) -> Iterator[InternalCheck]:
    text, here = checked.text, one.sentence.span
    near = [here]
    if following is not None and _PRONOUN.match(text, following.sentence.start):
        near.append(following.sentence.span)
    stretch = Span(near[0].start, near[-1].end)
    if not _TELLS_BIRTH.search(text, stretch.start, stretch.end):
        return
    births = {
        match.dates["b"].start: match.dates["b"]
        for pattern in _BIRTH
        for match in _within(marked, pattern, stretch)
        if len(match.dates["b"].iso) >= 4 and match.dates["b"].iso[0].isdigit() and not match.dates["b"].relative
    }
    if len(births) != 1:
        return
    birth = next(iter(births.values()))
    told: set[int] = set()
    for pattern in _THEN:
        for match in _within(marked, pattern, stretch):
            age, moment = match.roles["a"][0], match.dates["d"]
            if moment.start == birth.start or age.start in told or moment.iso.startswith("T"):
                continue
            if not _is_of_a_relative(text, birth, age):
                told.add(age.start)
                yield from _age(text, birth, age, _stretch_of(moment, checked.published), match.span)
    now = _today(checked, marked, stretch)
    if now is not None:
        for match in _within(marked, _HAS_DIED, stretch):
            yield from _age(text, birth, match.roles["a"][0], (now - timedelta(days=60), now), match.span)
        for match in _within(marked, _WILL_BE, stretch):
            told.add(match.roles["a"][0].start)
            soon = now + timedelta(days=365)
            yield from _age(text, birth, match.roles["a"][0], (now, soon), match.span)
    if now is None or _DIED.search(text, stretch.start, stretch.end):
        return
    for pattern in _NOW:
        for match in _within(marked, pattern, stretch):
            age = match.roles["a"][0]
            if age.start not in told and not _is_of_a_relative(text, birth, age):
                told.add(age.start)
                yield from _age(text, birth, age, (now, now), match.span)


def _is_of_a_relative(text: str, birth: DateMention, age: Quantity) -> bool:
    """Return whether somebody else comes up between a birth and an age, or as the one who was born or is so old."""
    start, end = min(birth.start, age.start), max(birth.end, age.end)
    return _RELATIVE.search(text, max(0, start - 24), end) is not None


def _within(marked: Marked, pattern: str, stretch: Span) -> Iterator[Match]:
    return (
        match
        for match in matches(marked, pattern)
        if stretch.start <= match.span.start and match.span.end <= stretch.end
    )


def _today(checked: CheckedText, marked: Marked, stretch: Span) -> date | None:
    if checked.published is not None:
        return checked.published
    days = [
        day_of(match.dates["d"].iso) for match in _within(marked, _SAID_ON, stretch) if len(match.dates["d"].iso) == 10
    ]
    return days[0] if len(days) == 1 else None


def _age(
    text: str, birth: DateMention, age: Quantity, moment: tuple[date, date] | None, told: Span
) -> Iterator[InternalCheck]:
    """Check an age at a moment; both dates may be known to the year or month alone."""
    born = _stretch_of(birth, None)
    is_age = age.unit in ("", "year") and age.value == int(age.value) and 0 < age.value < 120 and age.high is None
    if born is None or moment is None or not is_age or moment[1] < born[0]:
        return
    least, most = _years_between(born[1], moment[0]), _years_between(born[0], moment[1])
    if least <= age.value <= most:
        return
    expected = str(most) if least == most else f"{least} or {most}"
    when = moment[0].isoformat() if moment[0] == moment[1] else str(moment[0].year)
    span = Span(min(birth.start, told.start), max(birth.end, told.end))
    working = f"born {text[birth.start : birth.end]}, at {when}: {expected}"
    yield slip(span, CheckKind.AGE, shown(age.value), expected, working)


def _years_between(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _stretch_of(mention: DateMention, published: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that a date may be; a day and month alone are those nearest to publication."""
    iso = mention.iso
    if re.fullmatch(r"--\d\d-\d\d", iso) and published is not None:
        near = [day_of(f"{published.year + offset}-{iso[2:]}") for offset in (-1, 0)]
        past = [day for day in near if day is not None and day <= published + timedelta(days=31)]
        return (past[-1], past[-1]) if past else None
    if re.fullmatch(r"--\d\d", iso) and published is not None:
        return _stretch_of_month(int(iso[2:]), published)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
        day = day_of(iso)
        return (day, day) if day else None
    if re.fullmatch(r"\d{4}-\d\d", iso):
        first = date(int(iso[:4]), int(iso[5:]), 1)
        return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    if re.fullmatch(r"\d{4}", iso):
        return date(int(iso), 1, 1), date(int(iso), 12, 31)
    return None


def _stretch_of_month(month: int, published: date) -> tuple[date, date]:
    """Return the last month of that name up to the day of publication."""
    first = date(published.year - (month > published.month), month, 1)
    return first, min(published, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))


def _lives(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check "Ann Lowe (1920-1999) was 79 when she died"."""
    for match in _LIFE.finditer(text, sentence.start, sentence.end):
        most = int(match["died"]) - int(match["born"])
        if most >= 0 and int(match["age"]) not in (most, most - 1) and re.search(r"die|death|aged", match.group()):
            expected = f"{most - 1} or {most}"
            working = f"{match['died']} − {match['born']} = {most}"
            yield slip(Span(*match.span()), CheckKind.AGE, match["age"], expected, working)


def _twins(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Check that twins are of one age."""
    found = (pattern.finditer(text, sentence.start, sentence.end) for pattern in (_TWINS, _TWIN_OF))
    for match in chain.from_iterable(found):
        if match["one"] != match["other"]:
            yield slip(Span(*match.span()), CheckKind.AGE, match["other"], match["one"], f"the twin is {match['one']}")


def _the_same_person(text: str, sentence: Span, following: Span) -> Iterator[InternalCheck]:
    """Check "Ann Lowe, 51, was hurt. The 54-year-old was taken to hospital"."""
    later = _THE_OLD.match(text, following.start, following.end)
    ages = list(_NAMED_AGE.finditer(text, sentence.start, sentence.end))
    if later is None or len(ages) != 1 or later["age"] == ages[0]["age"]:
        return
    if re.search(rf"(?<!\d){later['age']}(?!\d)", text[: sentence.end]):
        return
    working = f"the age above is {ages[0]['age']}"
    yield slip(Span(later.start(), later.end()), CheckKind.AGE, later["age"], ages[0]["age"], working)


def _grown(marked: Marked, published: date) -> Iterator[InternalCheck]:
    """Check "was 19 when she joined in 1990, and is now 55" and "Ann Lowe, 61, who has lived there since 1965"."""
    for pattern in _GROWN:
        for match in matches(marked, pattern):
            then, now, year = match.roles["a"][0], match.roles["b"][0], match.dates["d"].iso[:4]
            if not year.isdigit() or not then.value < now.value < 120:
                continue
            exact = int(then.value) + published.year - int(year)
            if not exact - 1 <= now.value <= exact + 1:
                working = f"{shown(then.value)} in {year} is {exact} in {published.year}"
                yield slip(match.span, CheckKind.AGE, shown(now.value), str(exact), working)
    for match in matches(marked, _SETTLED):
        now, year = match.roles["b"][0], match.dates["d"].iso[:4]
        if year.isdigit() and 0 < now.value < published.year - int(year) - 1:
            gone = published.year - int(year)
            yield slip(
                match.span, CheckKind.AGE, shown(now.value), f"at least {gone}", f"{published.year} − {year} = {gone}"
            )
