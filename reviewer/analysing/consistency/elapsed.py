"""Time gone by between two dates, two years or two times of day that are printed beside it."""

import re
from collections.abc import Iterator
from datetime import date

from reviewer.analysing.consistency.frames import Marked, Match, matches
from reviewer.analysing.consistency.scene import day_of, slip
from reviewer.analysing.consistency.weekdays import day_meant
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.text.dates import DateMention
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert

_BEGAN = (
    r"(?:founded|opened|opens|built|established|launched|formed|created|set up|begun|began|started|born|"
    r"introduced|joined|"
    r"appointed|elected|bought|moved|married|arrived|took over|came|installed|planted|signed|has been|"
    r"have been|lived|worked|run|"
    r"running|open|in business|trading|in use|held|first)"
)
_ENDED = (
    r"(?:closed|closes|ended|ends|left|died|retired|stopped|finished|shut|demolished|abolished|sold|resigned|"
    r"stepped down|"
    r"wound up|scrapped|reopened|returned|completed|destroyed|burned|burnt|withdrawn|arrived)"
)
_LASTED = (
    r"(?:ran|run|lasted|stood|stands|traded|served|after|reigned|spent|lived|worked|a (?:run|total|career|"
    r"reign|life|spell|span|period|tenure|stretch|gap|wait) of)"
)
_PAIRS = (
    (
        r"\bfrom {a:D}…\b(?:to|until|till) {b:D}…(?:,| —| –| \() ?(?:a |an )?(?:\w+ of |or |about |some |for |"
        r"lasting |a total of )?{q:T}(?! (?:ago|old))"
    ),
    r"{q:T}(?:,| —| –| \(|:)? ?(?:\w+ ){0,2}?\bfrom {a:D}…\b(?:to|until|till) {b:D}",
    rf"\b{_BEGAN}\b…{{a:D}}…\b{_ENDED}\b…{{b:D}}…(?<!and ){_LASTED} ?(?:for )?{{q:T}}(?! ago)",
    (
        r"{a:D}…(?:,|\band\b|\bbut\b|\bthen\b|§)…{b:D}…(?:,|—|–) ?(?:just |only |some |more than |exactly )?{q:T} "
        r"(?:later|after|on|afterwards)\b"
    ),
    r"{a:D}…(?:,|\band\b|\bbut\b)…{b:D}…\bafter {q:T}(?! (?:of|off|away|out|without|apart)\b)",
    r"\bbetween {a:D} and {b:D}(?:,| —| –| \() ?(?:a \w+ of |or )?{q:T}(?! (?:ago|old))",
)
_SINCE = (
    (
        rf"\b{_BEGAN}\b…\b(?:in|since) {{a:D}}…(?:,|\band\b|§)…\b(?:is|are|will be|turns|will turn|has been "
        rf"(?:going|open|running)|"
        rf"(?:has|have) (?:traded|run|stood|existed|operated|lasted|survived)|in business|in use|on air) ?(?:now |"
        rf"exactly |just |almost )?(?:for )?{{q:T}}"
        rf"(?! (?:ago|later|after|before|in(?! ¤)|to|less|more|earlier|younger|older|into|away|from|long))"
    ),
    (
        rf"\b{_BEGAN}\b…\b(?:in|since) {{a:D}}…(?:,|\band\b|§)…\b(?:retires?|is retiring|leaves?|is leaving|"
        rf"steps? down|"
        rf"stands? down|will retire|closes|will close|is to close|is to retire|bows? out)\b…\bafter {{q:T}}"
    ),
    r"{q:T} ago,? (?:\w+ ){0,3}?in {a:D}",
    r"\b(?:in|since|of|on) {a:D},? (?:\(|just |only |exactly |some |and )?(?:\w+ ){0,3}?{q:T} ago\b",
    r"\bsince {a:D},? ?(?:\(|or |that is |a \w+ of )?{q:T}(?= ?[).,;]| in all| in total| altogether)(?! ago)",
    r"\bfor {q:T}(?:,| —| –| \() ?since {a:D}",
)
_NTH = (
    (
        r"{n:O} (?:anniversary|birthday)\b…§?…\b(?:of|since|from|founded|opened|born|formed|established|built|"
        r"set up|began|started|launched|created|held)\b…(?<!\w){a:D}"
    ),
    (
        rf"\b(?:{_BEGAN}|dates?|dating)\b…\b(?:in|from) {{a:D}}…(?:,|\band\b|§)…{{n:O}} (?:anniversary|birthday)\b"
        rf"(?:[^.;:!?\n]{{0,30}}?\b(?:in|on) {{d:D}}(?:\b|(?=[ ,.;])))?"
    ),
)
_NTH_IN = (
    r"\b(?:in|on) {d:D}…\b(?:mark|marked|marking|celebrated?|celebrating|for|on)\b…{n:O} anniversary of\b…(?<!\w){a:D}"
)
_BIRTHDAY = re.compile(r"\bbirthday\b|\bborn\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"\b(?:next|following|due|would|last|will|year before|upcoming|ahead of|approach\w*|January|December|had|was)\b"
)
_HAS_ENDED = re.compile(rf"\b{_ENDED}\b")
_ZONES = re.compile(r"\b(?:local|GMT|BST|time zones?|flights?|flew|flies|lands?|landed|ET|CET|UTC)\b")
_CLOCKS = (
    (
        r"{a:D}…(?:\bto\b|\buntil\b|\band\b|,)…{b:D}…\b(?:lasts?|lasted|takes?|took|ran for|runs for|went on for|"
        r"of) (?:just |only )?{q:T}"
    ),
    (
        r"{a:D}…(?:\bto\b|\buntil\b|\btill\b|\band\b|,|—|–)…{b:D}…(?:,| —| –| \(|;) ?(?:an? )?(?:(?!for )\w+ )?(?:of |"
        r"after |lasting |some |just |only )?{q:T} ?(?:later|after|long|on|of|in all|\)|[.,;])"
    ),
    r"{a:D}…\b(?:to|until|till|and)\b…{b:D}…(?:,| —| –| \() ?an? {q:T}",
    r"{a:D}…\b(?:to|until|till|and)\b…{b:D}…(?:,| —| –| \() ?an? (?:\w+ ){1,2}of {q:T}",
)
_UNTIL_NOW_ROOM = {"year": 1.0, "decade": 0.8, "century": 0.3, "month": 1.0, "week": 1.0}


def wrong_elapsed(marked: Marked, text: str, published: date | None) -> Iterator[InternalCheck]:
    """Yield spans of time that the dates or times at their ends do not give, and anniversaries of another year."""
    if not marked.dates:
        return
    for pattern in _PAIRS:
        for match in matches(marked, pattern):
            yield from _between_dates(text, match, published)
    for match in matches(marked, _NTH_IN):
        yield from _anniversary(text, match, None)
    if published is not None:
        for pattern in _SINCE:
            for match in matches(marked, pattern):
                yield from _until_now(text, match, published)
        for match in _anniversaries(marked):
            yield from _anniversary(text, match, published)
    if not _ZONES.search(marked.words):
        for pattern in _CLOCKS:
            for match in matches(marked, pattern):
                yield from _on_the_clock(text, match)


def _between_dates(text: str, match: Match, published: date | None) -> Iterator[InternalCheck]:
    first, last, stated = match.dates["a"], match.dates["b"], match.roles["q"][0]
    if first.iso.startswith("T") or last.iso.startswith("T") or first.relative or last.relative:
        return
    years = _year_of(first), _year_of(last)
    if _is_bare_year(first) or _is_bare_year(last) or stated.unit in ("year", "decade"):
        if years[0] is None or years[1] is None or years[1] < years[0]:
            return
        gone = years[1] - years[0]
        yield from _years(text, match, stated, gone, f"{years[1]} − {years[0]} = {gone}")
        return
    start, end = _day(first, published), _day(last, published)
    if start is None or end is None or end < start or stated.unit not in ("day", "night", "week", "fortnight"):
        return
    days = (end - start).days
    wanted = convert(stated.value, stated.unit, "day") or 0.0
    room = 1.0 if stated.unit in ("day", "night") else 3.6
    if stated.hedge:
        room += 0.1 * days + 1
    if not days - room <= wanted <= days + room:
        working = f"{first_shown(start)} to {first_shown(end)} is {days} days"
        yield slip(match.span, CheckKind.ARITHMETIC, text[stated.start : stated.end], f"{days} days", working)


def first_shown(day: date) -> str:
    """Return a day as it is shown in a working."""
    return f"{day.day} {day:%B}"


def _years(text: str, match: Match, stated: Quantity, gone: int, working: str) -> Iterator[InternalCheck]:
    if stated.unit not in ("year", "decade", "century"):
        return
    wanted = convert(stated.value, stated.unit, "year") or 0.0
    room = 1.0 if stated.unit == "year" else 0.8 * (convert(1, stated.unit, "year") or 1.0)
    if stated.hedge:
        room += max(2.0, 0.1 * gone)
    if abs(wanted - gone) > room + 1e-6:
        yield slip(match.span, CheckKind.ARITHMETIC, text[stated.start : stated.end], f"{gone} years", working)


def _until_now(text: str, match: Match, published: date) -> Iterator[InternalCheck]:
    year = _year_of(match.dates["a"])
    if year is None or year > published.year or match.dates["a"].relative or _HAS_ENDED.search(match.words):
        return
    before, after = text[max(0, match.span.start - 30) : match.span.start], text[match.span.end : match.span.end + 20]
    if re.search(r"\bhad\b", before) or re.search(r"\b(?:until|till|when)\b", after):
        return
    gone = published.year - year
    yield from _years(text, match, match.roles["q"][0], gone, f"{published.year} − {year} = {gone}")


def _anniversaries(marked: Marked) -> Iterator[Match]:
    for pattern in _NTH:
        yield from matches(marked, pattern)


def _anniversary(text: str, match: Match, published: date | None) -> Iterator[InternalCheck]:
    """Check "the 14th anniversary of … 2001"; the year of the feast, when it is named, counts."""
    stated, began = match.roles["n"][0], match.dates["a"]
    year = _year_of(began)
    held = _year_of(match.dates["d"]) if "d" in match.dates else None
    published = date(held, 12, 31) if held else published
    if year is None or published is None or began.relative or year >= published.year:
        return
    kind = CheckKind.AGE if _BIRTHDAY.search(match.words) else CheckKind.ARITHMETIC
    gone = published.year - year
    around = text[max(0, match.span.start - 40) : match.span.end + 40]
    possible = {gone - 1, gone, gone + 1} if held is None and _OTHER_YEAR.search(around) else {gone}
    if int(stated.value) not in possible:
        yield slip(match.span, kind, text[stated.start : stated.end], str(gone), f"{published.year} − {year} = {gone}")


def _on_the_clock(text: str, match: Match) -> Iterator[InternalCheck]:
    stated = match.roles["q"][0]
    first, last = _minutes(match.dates["a"]), _minutes(match.dates["b"])
    if first is None or last is None or stated.unit not in ("hour", "minute"):
        return
    gone = (last - first) % (24 * 60)
    wanted = convert(stated.value, stated.unit, "minute") or 0.0
    half_day = (last - first) % (12 * 60)
    room = (5 + 0.1 * gone) if stated.hedge else (0.0 if stated.unit == "minute" else 4.0)
    if min(abs(wanted - gone), abs(wanted - half_day) if gone > half_day else 1e9) > room:
        hours, minutes = divmod(gone, 60)
        expected = " ".join(f"{count} {name}" for count, name in ((hours, "hours"), (minutes, "minutes")) if count)
        working = f"from the first to the last time is {expected}"
        yield slip(match.span, CheckKind.ARITHMETIC, text[stated.start : stated.end], expected, working)


def _minutes(mention: DateMention) -> int | None:
    found = re.fullmatch(r"T(\d\d):(\d\d)", mention.iso)
    return 60 * int(found[1]) + int(found[2]) if found else None


def _year_of(mention: DateMention) -> int | None:
    return int(mention.iso[:4]) if re.match(r"\d{4}(?:-|$)", mention.iso) else None


def _is_bare_year(mention: DateMention) -> bool:
    return re.fullmatch(r"\d{4}", mention.iso) is not None


def _day(mention: DateMention, published: date | None) -> date | None:
    if len(mention.iso) == 10:
        return day_of(mention.iso)
    if re.fullmatch(r"--\d\d-\d\d", mention.iso):
        return day_meant(mention, published) if published else day_of(f"2025{mention.iso[1:]}")
    return None
