"""Two moments and the time between them, whatever words and order tell it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention
from reviewer.text.units import convert

_WORDS = (
    (re.compile(r"\b(?:a|one|the)\sdecade\b", re.IGNORECASE), 10.0, False),
    (re.compile(r"\b(?:a|one|half\sa)\scentury\b", re.IGNORECASE), 100.0, False),
    (
        re.compile(
            r"\b(?:centenary|centennial|hundredth\s(?:anniversary|birthday)|100th\s(?:anniversary|birthday))\b", re.I
        ),
        100.0,
        True,
    ),
    (re.compile(r"\b(?:bicentenary|bicentennial|200th\s(?:anniversary|birthday))\b", re.IGNORECASE), 200.0, True),
    (re.compile(r"\bgolden\s(?:wedding|jubilee)\b", re.IGNORECASE), 50.0, True),
    (re.compile(r"\bsilver\s(?:wedding|jubilee)\b", re.IGNORECASE), 25.0, True),
    (re.compile(r"\bruby\swedding\b", re.IGNORECASE), 40.0, True),
    (re.compile(r"\bdiamond\s(?:wedding|jubilee)\b", re.IGNORECASE), 60.0, True),
)
_HALF = re.compile(r"\bhalf\sa\scentury\b", re.IGNORECASE)
_FEAST = re.compile(r"\s(?:wedding\s)?(?:anniversary|birthday)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:its|their|his|her|whose)\s[\w’'-]+\s(?:was|is|were|are)\s", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:lasted|lasting|lasts?|took|takes?|taking|ran\sfor|runs?\sfor|running\sfor|stood\sfor|stood|spanning|spanned|"
    r"spent|served|serving|waited|waiting|after|over|the)\s(?:just\s|only\s|a\stotal\sof\s|some\s|almost\s|nearly\s|about\s|"
    r"more\sthan\s|a\s|his\s|her\s|its\s|their\s)*$",
    re.IGNORECASE,
)
_ELAPSED = re.compile(
    r"[\s-](?:later|afterwards|after\s(?!that|which)|on\b(?=[,.;])|long|apart|earlier|before\b|in\soffice|of\sservice|"
    r"in\scharge|at\sthe\shelm|in\sthe\s(?:job|post|role)|in\sprison|in\sjail|in\spower|from\s|between\s)|"
    r"[’']\s(?:service|work|research|reign|rule|absence|delay|planning|building|negotiations?|talks)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\b(?:from|between)\s[^.;]{0,24}$", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:sentence[ds]?|jailed|imprisoned|contract|lease|loan|degree|course|bond|ban|banned|licen[cs]e|mortgage|"
    r"scholarship|term|deal|agreement|fixed|plan|warranty|apprenticeship|suspended)\b",
    re.IGNORECASE,
)
_SERVED_OUT = re.compile(
    r"\b(?:ran\sout|runs?\sout|expire[ds]?|ended|ends|in\sfull|completed|finished|served\sout|lapsed)\b", re.I
)
_BROKEN = re.compile(
    r"\b(?:extended|renewed|again|twice|both|each|respectively|early|months\slate|late[r]?\sthan\splanned|interrupted|"
    r"except|apart\sfrom|gap\sof|years\soff|postponed|cancelled|also|first\sheld|remission|parole|credit|years?\sago|ages?\sof|aged|"
    r"born|was\s\d\d|turned|since\sthen|illness|delayed|not\suntil|up\sto|two\sterms|terms)\b",
    re.IGNORECASE,
)


_OTHER_WORK = re.compile(r"\s(?:on|in|as|with|of|at|away|off|under)\b", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:found(?:ed|ing)|open(?:ed|s|ing)|buil[td]|establish\w*|launch\w*|form(?:ed|ing)|creat\w+|set\sup|beg[aiu]n\w*|"
    r"start(?:ed|s|ing)|born|introduc\w+|join\w*|appoint\w*|elect\w*|bought|mov(?:ed|ing)|marr(?:ied|y|iage)|wed(?:ding)?|"
    r"arriv\w+|took\sover|came|install\w*|sign(?:ed|ing)|since|first|unveiled|consecrated|incorporated|laid|of\sthe)\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born|birth|found\w+|opened|established|set\sup|created|launched|built|formed)\b", re.IGNORECASE
)
_IS_BIRTHDAY = re.compile(r"\bbirthday\b", re.IGNORECASE)


class Spell(msgspec.Struct, frozen=True):
    """A length of time that is told, in years; `is_exact` when it is a feast, that falls in one year alone."""

    span: Span
    years: float
    is_exact: bool
    unit: str
    hedged: bool = False


def wrong_spells(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield a length of time that is not the one between the only two years or months of its sentence.

    Years may be counted with or without both ends. A fixed term (a sentence, a lease) is only compared where it is
    said to have run out.
    """
    words = text[one.sentence.start : one.sentence.end]
    moments = [mention for mention in one.dates if _months(mention) is not None and not mention.relative]
    spells = [*_told_spells(text, one), *_named_spells(text, one)]
    if len(moments) != 2 or len(spells) != 1 or _BROKEN.search(words):
        return
    spell = spells[0]
    if _TERM.search(words) and not spell.is_exact and not _SERVED_OUT.search(words):
        return
    months = [found for mention in moments if (found := _months(mention)) is not None]
    if spell.is_exact and not (_BORN if _IS_BIRTHDAY.search(words) else _BEGAN).search(words):
        return
    if not spell.is_exact and not _is_linked(text, one, spell, moments):
        return
    least, most = _apart(months[0], months[1])
    stated, room = 12 * spell.years, _room(spell, [mention.iso for mention in moments])
    if least - room <= stated <= most + room:
        return
    gone = f"{abs(months[1][0] - months[0][0]) // 12}" if spell.years >= 2 or spell.is_exact else f"{least:.0f}"
    unit = "years" if spell.years >= 2 or spell.is_exact else "months"
    first, last = sorted(text[mention.start : mention.end] for mention in moments)
    working = f"{first} to {last} is {gone} {unit}"
    span = Span(min(spell.span.start, moments[0].start), max(spell.span.end, moments[-1].end))
    yield slip(span, CheckKind.ARITHMETIC, spell.span.of(text), f"{gone} {unit}", working)


def _told_spells(text: str, one: CheckedSentence) -> Iterator[Spell]:
    for quantity in one.quantities:
        span = Span(quantity.start, quantity.end)
        if quantity.unit in ("year", "decade", "century", "month") and quantity.high is None:
            years = convert(quantity.value, quantity.unit, "year") or 0.0
            if quantity.unit == "month":
                years = quantity.value / 12
            yield Spell(span, years, False, quantity.unit, bool(quantity.hedge))
        elif quantity.unit == "ordinal" and _FEAST.match(text, quantity.end):
            yield Spell(span, quantity.value, True, "year", bool(quantity.hedge))


def _named_spells(text: str, one: CheckedSentence) -> Iterator[Spell]:
    taken = [Span(quantity.start, quantity.end) for quantity in one.quantities if quantity.unit]
    for pattern, years, is_exact in _WORDS:
        for match in pattern.finditer(text, one.sentence.start, one.sentence.end):
            span = Span(*match.span())
            if not any(span.overlap(other) for other in taken):
                value = 50.0 if _HALF.match(match.group()) else years
                yield Spell(span, value, is_exact, "year" if is_exact else "decade")


def _months(mention: DateMention) -> tuple[int, int] | None:
    """Return the first and last month that a date may be in, counted from the year nought."""
    if re.fullmatch(r"\d{4}", mention.iso):
        return 12 * int(mention.iso), 12 * int(mention.iso) + 11
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-\d\d)?", mention.iso)
    return (12 * int(found[1]) + int(found[2]) - 1,) * 2 if found else None


def _apart(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    early, late = sorted((first, second))
    return max(0, late[0] - early[1]), late[1] - early[0]


def _room(spell: Spell, printed: Sequence[str]) -> float:
    """Return by how many months a length of time may be off."""
    if spell.is_exact:
        return 0.9
    room = {"month": 1.2, "year": 1.2, "decade": 12.0, "century": 60.0}.get(spell.unit, 6.0)
    if spell.unit == "year" and not any(len(iso) == 4 for iso in printed):
        room = 6.2
    if spell.hedged:
        room += max(12.0, 0.1 * 12 * spell.years) if spell.unit != "month" else 2.0
    return room


def _is_linked(text: str, one: CheckedSentence, spell: Spell, moments: Sequence[DateMention]) -> bool:
    """Return whether the words round a length of time say that it passed between the moments."""
    before = text[one.sentence.start : spell.span.start]
    if spell.span.of(text).casefold().endswith("years old"):
        return _THEIRS.search(before) is None
    if "-old" in spell.span.of(text) or _THEIRS.search(before):
        return False
    is_after = re.search(r"\bafter\s(?:\w+\s)?$", before) is not None
    if (
        is_after
        and _OTHER_WORK.match(text, spell.span.end)
        and not _BEGAN.search(text, one.sentence.start, one.sentence.end)
    ):
        return False
    if _ELAPSED.match(text, spell.span.end, one.sentence.end + 1) or _LASTING.search(before):
        return True
    first = min(moments, key=lambda mention: mention.start)
    if re.search(r"\b(?:and|was|were|but|then)\b", text[spell.span.end : first.start]):
        return False
    joined = re.search(
        r"\b(?:to|until|till|and|up\sto)\s(?:the\send\sof\s|early\s|late\s|the\s)?$",
        text[: max(m.start for m in moments)],
    )
    if joined and _FROM_TO.search(text[one.sentence.start : first.start]) and abs(first.start - spell.span.end) < 40:
        return True
    return bool(_TERM.search(text, one.sentence.start, one.sentence.end))


_TO_THE_CLOCK = re.compile(
    r"\b(?:journey|flight|delay|after|later|lasted|took|long|lasting|match|walk|drive|race|service)\b", re.I
)
_OTHER_PLACES = re.compile(
    r"\b(?:local|GMT|BST|ET|CET|UTC|time\szones?|flights?|flew|flies|landed|lands|break|stop|delay(?:ed)?|including)\b"
)


def wrong_hours(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield hours and minutes that do not lie between the only two times of day of a sentence."""
    clocks = [mention for mention in one.dates if re.fullmatch(r"T\d\d:\d\d", mention.iso)]
    spells = [q for q in one.quantities if q.unit in ("hour", "minute") and q.high is None and not q.hedge]
    words = text[one.sentence.start : one.sentence.end]
    if len(clocks) != 2 or len(spells) != 1 or not _TO_THE_CLOCK.search(words) or _OTHER_PLACES.search(words):
        return
    first, last = (60 * int(mention.iso[1:3]) + int(mention.iso[4:]) for mention in clocks)
    wanted = convert(spells[0].value, spells[0].unit, "minute") or 0.0
    gone = (last - first) % (12 * 60)
    room = 0.5 if spells[0].unit == "minute" else 5.0
    if min(abs(wanted - gone), abs(wanted - gone - 12 * 60), abs(wanted - (-gone) % (12 * 60))) > room:
        hours, minutes = divmod(gone, 60)
        exact = " ".join(f"{count} {name}" for count, name in ((hours, "hours"), (minutes, "minutes")) if count)
        span = Span(min(clocks[0].start, spells[0].start), max(clocks[1].end, spells[0].end))
        working = f"from the first to the last time is {exact}"
        yield slip(span, CheckKind.ARITHMETIC, text[spells[0].start : spells[0].end], exact, working)


def wrong_months_ago(text: str, one: CheckedSentence, published: date) -> Iterator[InternalCheck]:
    """Yield "for six months, since August" in a story of November, and "in 2019, five years ago" in one of 2026."""
    spells = [spell for spell in _told_spells(text, one) if not spell.is_exact]
    moments = [mention for mention in one.dates if re.fullmatch(r"--\d\d|\d{4}-\d\d|\d{4}", mention.iso)]
    if len(spells) != 1 or len(moments) != 1 or moments[0].relative:
        return
    spell, moment = spells[0], moments[0]
    joint = text[spell.span.end : moment.start] if spell.span.end <= moment.start else ""
    back = text[moment.end : spell.span.end] if moment.end <= spell.span.start else ""
    is_since = re.fullmatch(r",?\s(?:ever\s)?since\s(?:early\s|late\s)?", joint, re.IGNORECASE)
    is_ago = (
        re.fullmatch(r",\s(?:just\s|only\s|exactly\s|some\s)?", text[moment.end : spell.span.start]) if back else None
    )
    if not is_since and not (is_ago and re.match(r"\sago\b", text[spell.span.end : spell.span.end + 5])):
        return
    then = _last_month(moment.iso, published)
    now = 12 * published.year + published.month - 1
    room = 1.2 if spell.unit == "month" else 2.2
    if spell.hedged:
        room += 2
    if then is None or then[0] > now or now - then[1] - room <= 12 * spell.years <= now - then[0] + room:
        return
    gone = now - then[0]
    exact = f"{gone} months" if gone < 24 else f"{gone // 12} years"
    span = Span(min(spell.span.start, moment.start), max(spell.span.end, moment.end))
    working = f"{text[moment.start : moment.end]} to {published:%B %Y} is {exact}"
    yield slip(span, CheckKind.ARITHMETIC, spell.span.of(text), exact, working)


def _last_month(iso: str, published: date) -> tuple[int, int] | None:
    if iso.startswith("--"):
        month = int(iso[2:])
        year = published.year - (month > published.month)
        return (12 * year + month - 1,) * 2
    if len(iso) == 7:
        return (12 * int(iso[:4]) + int(iso[5:]) - 1,) * 2
    return 12 * int(iso), 12 * int(iso) + 11
