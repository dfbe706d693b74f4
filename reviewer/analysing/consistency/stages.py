"""Ages that a word beside them rules out: a teenager of 22, a younger brother who is older, two ages in two years."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedSentence, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_STAGES = {
    "teenager": (13, 19),
    "teenagers": (13, 19),
    "teen": (13, 19),
    "toddler": (1, 3),
    "quadragenarian": (40, 49),
    "sexagenarian": (60, 69),
    "septuagenarian": (70, 79),
    "octogenarian": (80, 89),
    "nonagenarian": (90, 99),
    "centenarian": (100, 119),
}
_STAGE = re.compile(
    rf"\b(?P<stage>{'|'.join(_STAGES)})\b(?:,?\s(?:who\s(?:is|was)\s(?:now\s)?|aged\s)|,\s|\s\()(?P<age>\d{{1,3}})(?=[,.;)]|\sand\b)",
    re.IGNORECASE,
)
_STAGE_AFTER = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old\s(?P<stage>{'|'.join(_STAGES)})\b", re.IGNORECASE)
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+\s?){1,3}"
_AGE = r"(?:,\s(?:aged\s|who\sis\s|now\s)?|\s\((?:aged\s)?|,?\swho\sis\s|\sis\s)(?P<{}>\d{{1,3}})(?=[,.;)]|\sand\b|$)"
_KIN = re.compile(
    rf"{_NAME}{_AGE.format('a')}(?P<joint>[^.;\d]{{1,60}}?)\b(?:his|her|their|an?)\s(?P<which>younger|little|kid|elder|older|big|"
    rf"twin)\s(?:brother|sister|sibling|half-brother|half-sister)(?:,\s|\s){_NAME}{_AGE.format('b')}"
)
_PARENT = re.compile(
    rf"{_NAME}{_AGE.format('a')}(?P<joint>[^.;\d]{{1,40}}?)\b(?:his|her)\s(?P<which>mother|father|mum|dad|son|daughter|grandson|"
    rf"granddaughter|grandmother|grandfather)(?:,\s|\s){_NAME}{_AGE.format('b')}"
)
_ELDERS = ("mother", "father", "mum", "dad", "grandmother", "grandfather")
_LEAST_APART = 12
_ANOTHER = re.compile(r"\b(?:whose|and\shis|and\sher|friend|husband|wife|partner)\b", re.IGNORECASE)
_AGES_IN_YEARS = (
    re.compile(
        r"\b(?:in|since)\s(?P<year>1[89]\d\d|20\d\d),?\s(?:aged|at\s(?:the\sage\sof\s)?)\s?(?P<age>\d{1,2})(?=[,.;]|\sand\b|\sto\b)"
    ),
    re.compile(r"\b(?:aged|(?i:at)\sthe\sage\sof|(?i:at))\s(?P<age>\d{1,2}),?\sin\s(?P<year>1[89]\d\d|20\d\d)\b"),
    re.compile(
        r"\bwas\s(?:only\s|just\s)?(?P<age>\d{1,2})(?:\syears\sold)?,?\s(?:when\s[^.;\d]{1,50}?\s)?in\s(?P<year>1[89]\d\d|20\d\d)\b"
    ),
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:whose|mother|father|parents?|sons?|daughters?|brothers?|sisters?|wife|husband|child(?:ren)?|twins?|grand\w+|"
    r"uncle|aunt|friend|partner|predecessor|successor|rival|colleague|former|latter|both)\b",
    re.IGNORECASE,
)


def wrong_stages(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield ages in one sentence that a stage of life, kinship or another age in another year rules out."""
    span = one.sentence.span
    for pattern in (_STAGE, _STAGE_AFTER):
        for match in pattern.finditer(text, span.start, span.end):
            least, most = _STAGES[match["stage"].casefold()]
            if not least <= int(match["age"]) <= most:
                working = f"a {match['stage']} is {least} to {most}"
                yield slip(Span(*match.span()), CheckKind.AGE, match["age"], f"{least} to {most}", working)
    yield from _siblings(text, span)
    yield from _children(text, span)
    yield from _two_years(text, span)


def _siblings(text: str, span: Span) -> Iterator[InternalCheck]:
    """Check "Ada, 78, and her younger brother, Col, 75"."""
    for match in _KIN.finditer(text, span.start, span.end):
        first, second = int(match["a"]), int(match["b"])
        younger = match["which"] in ("younger", "little", "kid")
        if _ANOTHER.search(match["joint"]) or (first == second and match["which"] != "twin"):
            continue
        wrong = first != second if match["which"] == "twin" else (second > first) is younger
        if wrong:
            working = f"{second} is {'more' if second > first else 'less'} than {first}"
            expected = str(first) if match["which"] == "twin" else f"{'under' if younger else 'over'} {first}"
            yield slip(Span(*match.span()), CheckKind.AGE, match["b"], expected, working)


def _children(text: str, span: Span) -> Iterator[InternalCheck]:
    """Check "Ann Lowe, 51, and her daughter, Kit, 23": a parent is older by a dozen years at least."""
    for match in _PARENT.finditer(text, span.start, span.end):
        elder, younger = int(match["b"]), int(match["a"])
        if match["which"] not in _ELDERS:
            elder, younger = younger, elder
        if not _ANOTHER.search(match["joint"]) and elder < younger + _LEAST_APART:
            working = f"{elder} is not {_LEAST_APART} years more than {younger}"
            yield slip(Span(*match.span()), CheckKind.AGE, match["b"], "a generation apart", working)


def _two_years(text: str, span: Span) -> Iterator[InternalCheck]:
    """Check "aged 30 in 2004, and was 45 when she left in 2019": one life, if nobody else comes up."""
    found = {
        match.start("age"): match
        for pattern in _AGES_IN_YEARS
        for match in pattern.finditer(text, span.start, span.end)
    }
    if len(found) != 2 or _SOMEBODY_ELSE.search(text, span.start, span.end):
        return
    first, second = (found[start] for start in sorted(found))
    gone = int(second["year"]) - int(first["year"])
    if abs(int(second["age"]) - int(first["age"]) - gone) > 1:
        exact = int(first["age"]) + gone
        working = f"{first['age']} in {first['year']} is {exact} in {second['year']}"
        yield slip(Span(first.start(), second.end()), CheckKind.AGE, second["age"], str(exact), working)
