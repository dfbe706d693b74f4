"""Records of a team: won, drawn and lost against played, and points against wins and draws."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.number_words import UNITS, value_of_words

_N = (
    r"(?:\d{1,3}|"
    + "|".join(sorted((word for word in UNITS if word != "zero"), key=len, reverse=True))
    + r"|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|no|none|once|twice|just\sone|an?|the\sother)"
)
_MANY = rf"(?:(?:just|only|all|another)\s)?(?P<n>{_N})"
_GAMES = r"(?:games?|matches|match|fixtures?|outings|meetings|contests|starts|rubbers|bouts|frames|ties)"
_OF_THEM = (
    r"(?:\s(?:of|from|out\sof|in)\s(?:(?:their|its|the|his|her|those)\s)?(?:(?:first|opening|last)\s)?"
    rf"(?P<played>{_N})(?:\s[a-z]+)?\s{_GAMES})?"
)
_END = (
    r"(?![\w-]|[.,]\d|\s(?:per\scent|percent|wickets?|runs?|goals?|points?|seats|sets?|lengths?|votes?|jobs|years?|"
    r"players|people|men))"
)
_RECORDS = {
    "won": (
        rf"\b(?:won|winning|wins|win)\s{_MANY}{_END}{_OF_THEM}",
        rf"(?<![\w-]){_MANY}\s(?:\w+\s)?(?:wins?|victories|victory)\b",
    ),
    "drawn": (
        rf"\b(?:drew|drawn|drawing|draws?|tied|halved)\s{_MANY}{_END}",
        rf"(?<![\w-]){_MANY}\s(?:draws?|ties)\b",
    ),
    "lost": (
        rf"\b(?:lost|losing|loses?)\s{_MANY}{_END}",
        rf"(?<![\w-]){_MANY}\s(?:defeats?|losses|loss)\b",
    ),
    "played": (
        rf"(?<![\w-]){_MANY}\s(?:league\s|cup\s|home\s|away\s|test\s)?{_GAMES}\b",
        rf"\bplayed\s{_MANY}{_END}",
    ),
    "points": (
        rf"(?<![\w-])(?P<n>\d{{1,3}}|{_N})\spoints\b(?!\s(?:clear|ahead|behind|adrift|from\ssafety|off|more|fewer|above|below))",
    ),
}
_SPECIAL = re.compile(
    r"\b(?:bonus|deduct\w*|docked|penalt\w+|abandoned|walkover|postponed|play-?offs?|rained\soff|washed|no\sresult|cancelled|"
    r"home\b.{0,60}\baway|last\sseason|last\syear|void|overtime|shoot-?outs?|in\sa\srow|running|successive|consecutive|"
    r"straight|since|yet|still)\b",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = {"once": 1, "twice": 2, "a": 1, "an": 1, "no": 0, "none": 0, "just one": 1}


def wrong_records(text: str, sentence: Span) -> Iterator[InternalCheck]:
    """Yield "won 14 of their 30, drew seven and lost eight" and "41 points: 12 wins, six draws".

    Each figure must be told just once; two points for a win, as once in football, and three are both right.
    """
    told = {name: _told(text, sentence, patterns) for name, patterns in _RECORDS.items()}
    won, drawn, lost = (told[name][0] if len(told[name]) == 1 else None for name in ("won", "drawn", "lost"))
    if won is None or _SPECIAL.search(text, sentence.start, sentence.end):
        return
    results = {one[1].start for one in (won, drawn, lost) if one is not None}
    told["played"] = [one for one in told["played"] if one[1].start not in results]
    played = {value for value, _ in told["played"]}
    if drawn is not None and lost is not None and len(played) == 1:
        total = won[0] + drawn[0] + lost[0]
        if total != next(iter(played)):
            working = f"{won[0]} + {drawn[0]} + {lost[0]} = {total}"
            spans = [won[1], drawn[1], lost[1], told["played"][0][1]]
            yield _slip(spans, str(next(iter(played))), str(total), working)
            return
    points = told["points"]
    if drawn is not None and len(points) == 1:
        value = points[0][0]
        usual = (3 * won[0] + drawn[0], 2 * won[0] + drawn[0])
        if value not in usual and not 4 * won[0] + 2 * drawn[0] <= value <= 5 * won[0] + 4 * drawn[0]:
            working = f"3 × {won[0]} + {drawn[0]} = {usual[0]}"
            yield _slip([won[1], drawn[1], points[0][1]], str(value), str(usual[0]), working)


def _told(text: str, sentence: Span, patterns: tuple[str, ...]) -> list[tuple[int, Span]]:
    """Return the values that a sentence tells for one column of the table, each once."""
    found: dict[int, tuple[int, Span]] = {}
    for pattern in patterns:
        for match in re.compile(pattern, re.IGNORECASE).finditer(text, sentence.start, sentence.end):
            if match["n"].casefold() != "the other":
                found.setdefault(match.start("n"), (_value(match["n"]), Span(match.start("n"), match.end("n"))))
    return [found[start] for start in sorted(found)]


def _value(printed: str) -> int:
    folded = " ".join(printed.casefold().split())
    if folded in _SMALL:
        return _SMALL[folded]
    return int(folded) if folded.isdigit() else int(value_of_words(folded) or 0)


def _slip(spans: list[Span], printed: str, expected: str, working: str) -> InternalCheck:
    span = Span(min(one.start for one in spans), max(one.end for one in spans))
    return slip(span, CheckKind.ARITHMETIC, printed, expected, working)
