"""Votes, seats and polls: what was cast against who could cast it, majorities, shares that make a hundred."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.frames import Frame, Marked, Roles, alike, blur, matches
from reviewer.analysing.consistency.judges import judge_difference, percent
from reviewer.analysing.consistency.scene import shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_FOR = (
    r"(?:(?:votes? |members? |people )?(?:were |was |are )?(?:in favour|in favor|for|voted for|"
    r"voted in favour|backed|supported|approved|said yes|voted yes|yes))"
)
_AGAINST = r"(?:(?:votes? )?(?:were |was |are )?(?:against|opposed|voted against|voted no|said no|no))"
_NEITHER = (
    r"(?:(?:had |were |was |who )?(?:abstain(?:ed|ing)?|abstentions?|absent|undecided|unsure|not sure|no view|"
    r"no opinion|don't know|don't knows|did not vote|spoil(?:ed|t)|blank))"
)
_OTHERS = re.compile(
    r"\b(?:others?|the rest|undecided|don't[- ]knows?|do not know|did not know|unsure|not sure|no opinion|"
    r"no view|neither|"
    r"would not say|abstain\w*|independents?)\b",
    re.IGNORECASE,
)
_TWO_SIDES = re.compile(
    (
        r"\b(?:for and\b.{0,40}\bagainst|in favour\b.{0,60}\bagainst|yes\b.{0,60}\bno\b|leave\b.{0,60}\bremain|"
        r"referendum|won by)\b"
    ),
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:up|down|from|compared|than|last|previous|earlier|of those|among|margin|turnout|more than one|several|both|"
    r"multiple|rose|fell|each|respectively|men|women)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"\b(?:all|present|took part|who voted|voting|cast|asked|polled|surveyed|returned)\b", re.IGNORECASE
)
_WHOLES = (
    (
        rf"{{w:N}}…(?:§|[,:;] ?|—|–|\bfound\b|\bshowed\b|\bhad\b)…{{p:NI}}…\b{_FOR}\b…(?:,|\band\b)…{{q:NI}}"
        rf"…\b{_AGAINST}\b…(?:,|\band\b|\bwith\b)…{{r:NI}}…\b{_NEITHER}"
    ),
    rf"\bby {{p:NI}}…\b(?:to|against) {{q:NI}}…\bwith {{r:NI}} {_NEITHER}…\b(?:out of|of the|of all|among the) {{w:N}}",
)
_MAJORITIES = (
    r"{a:N} of (?:the |its )?{w:N}[ -]seats?\b…\b(?:a |an overall |a working )?majority of {m:NI}",
    r"{a:N} (?:seats )?(?:of|in) (?:the |its )?{w:N}[ -](?:seat |seats |member )…\bmajority of {m:NI}",
)
_CHAMBER = r"{p+:NIG}…\b(?:in|on|of) (?:the|a|its) {w:N}-(?:seat|member|strong)\b"

FRAMES = (
    Frame(
        (
            r"{a:NG}(?: votes)?(?:…)(?:,|;|\bto\b|\band\b)…{b:NG}…\b(?:majority|margin|lead) (?:was|is|of|being) {c:N}"
            r"(?! (?:of|in))"
        ),
        "c",
        judge_difference,
        lambda roles: _close(roles),
    ),
    Frame(
        r"{a:N}(?: votes?)?\)?…\bbeat…{b:N}(?: votes?)?\)?…\bby {c:N}",
        "c",
        judge_difference,
        lambda roles: _close(roles) and roles["b"][0].value >= 100,
    ),
)


def _close(roles: Roles) -> bool:
    first, second, stated = roles["a"][0].value, roles["b"][0].value, roles["c"][0].value
    return abs(first - second) > 0 and stated < max(first, second)


def wrong_votes(marked: Marked, text: str) -> Iterator[InternalCheck]:
    """Yield votes that outnumber their voters, majorities that the seats do not give, chambers that are not full."""
    for pattern in _WHOLES:
        for match in matches(marked, pattern):
            whole = match.roles["w"][0]
            parts: Sequence[Quantity] = [match.roles[role][0] for role in "pqr"]
            total = sum(part.value for part in parts)
            room = blur(whole) if whole.hedge or whole.value >= 10_000 else 0.0
            if total > whole.value + room or (total < whole.value - room and _is_all(marked, match.words)):
                yield _sum(text, match.span, whole, parts)
    yield from _tables(marked, text)
    yield from _called_majorities(marked, text)
    for pattern in _MAJORITIES:
        for match in matches(marked, pattern):
            yield from _majority(text, match.roles, match.span)
    for match in matches(marked, _CHAMBER):
        whole, parts = match.roles["w"][0], match.roles["p"]
        total, closes = sum(part.value for part in parts), _OTHERS.search(match.words) is not None
        if len(parts) >= 2 and (total > whole.value or (closes and len(parts) >= 3 and total < whole.value)):
            yield _sum(text, match.span, whole, parts)


_ROW = r"{p:NG}(?: votes?)? \({x:P}\)"
_CALLED = r"\ba (?:majority|minority)(?: of [^.,;(]{3,40}?)?(?:,| \(| —| –) ?(?:or |with |that is )?{x:P}"


def _tables(marked: Marked, text: str) -> Iterator[InternalCheck]:
    """Check "Dale 540 (54 per cent), Reed 360 (36 per cent), Ott 100 (10 per cent)": one share that all others deny."""
    rows = [(match.roles["p"][0], match.roles["x"][0]) for match in matches(marked, _ROW)]
    total = sum(votes.value for votes, _ in rows)
    if len(rows) < 3 or total <= 0:
        return
    wrong = [
        (votes, share)
        for votes, share in rows
        if abs(100 * votes.value / total - share.value) > max(0.6, blur(share) * 1.2)
    ]
    if len(wrong) == 1:
        votes, share = wrong[0]
        exact = percent(100 * votes.value / total)
        working = f"{shown(votes.value)} of {shown(total)} is {exact}"
        yield slip(Span(votes.start, share.end), CheckKind.PERCENTAGE, text[share.start : share.end], exact, working)


def _called_majorities(marked: Marked, text: str) -> Iterator[InternalCheck]:
    """Check "a majority, 47 per cent": more than half, and a minority less."""
    for match in matches(marked, _CALLED):
        share, is_most = match.roles["x"][0], "majority" in match.words[:12]
        if (share.value < 50) is is_most and share.value != 50:
            working = f"{shown(share.value)} percent is {'less' if is_most else 'more'} than half"
            expected = "more than 50" if is_most else "less than 50"
            yield slip(
                Span(share.start, share.end), CheckKind.PERCENTAGE, text[share.start : share.end], expected, working
            )


def _is_all(marked: Marked, words: str) -> bool:
    at = marked.words.find(words)
    return _ALL_OF_THEM.search(marked.words[max(0, at - 8) : at + len(words) + 24]) is not None


def _sum(text: str, span: Span, whole: Quantity, parts: Sequence[Quantity]) -> InternalCheck:
    total = sum(part.value for part in parts)
    working = " + ".join(shown(part.value) for part in parts) + f" = {shown(total)}"
    return slip(span, CheckKind.ARITHMETIC, text[whole.start : whole.end], shown(total), working)


def _majority(text: str, roles: Roles, span: Span) -> Iterator[InternalCheck]:
    """A majority is counted over all others, or over half the seats."""
    won, seats, stated = roles["a"][0].value, roles["w"][0].value, roles["m"][0]
    over_others = 2 * won - seats
    if over_others > 0 and stated.value not in (over_others, won - seats // 2, won - seats / 2, won - seats // 2 - 1):
        working = f"{shown(won)} − {shown(seats - won)} = {shown(over_others)}"
        yield slip(span, CheckKind.ARITHMETIC, text[stated.start : stated.end], shown(over_others), working)


def _is_vague(text: str, share: Quantity) -> bool:
    """Return whether a share is given roughly; "some 62 percent" only spares a sentence the bare number."""
    return bool(share.hedge) and text[share.hedge_start : share.start].strip().casefold() != "some"


def wrong_polls(text: str, sentence: Span, figures: Sequence[Quantity]) -> Iterator[InternalCheck]:
    """Yield the shares of a poll or vote told in one sentence that do not make a hundred, rounding allowed for.

    Shares that leave nobody out ("others", "undecided") must make a hundred; two sides of one question never more.
    """
    shares = [figure for figure in figures if figure.unit == "percent" and figure.high is None]
    words = sentence.of(text).replace("’", "'")
    if len(shares) < 2 or _COMPARES.search(words) or any(_is_vague(text, share) for share in shares):
        return
    if any(figure.unit == "percentage_point" for figure in figures):
        return
    total = sum(share.value for share in shares)
    room = sum(0.5 * 10.0**-share.decimals for share in shares) * (0.5 if len(shares) == 2 else 1.0) + 0.01
    complete = len(shares) >= 3 and _OTHERS.search(words) is not None
    too_much = total > 100 + room and (complete or (len(shares) == 2 and _TWO_SIDES.search(words) is not None))
    if total <= 130 and (too_much or (complete and 80 <= total < 100 - room)) and alike(*shares):
        working = " + ".join(shown(share.value) for share in shares) + f" = {shown(total)}"
        span = Span(shares[0].start, shares[-1].end)
        yield slip(span, CheckKind.ARITHMETIC, span.of(text), "100", working)
