"""Parts of a whole with the share that they are said to be, whatever words and order tell it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.analysing.consistency.facts import Fact, facts_of, stretch
from reviewer.analysing.consistency.frames import Reading, blur
from reviewer.analysing.consistency.judges import judge_part, judge_share
from reviewer.analysing.consistency.scene import CheckedSentence, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck

_OF = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s(?:out\s)?of\s(?:the\s|its\s|their\s|his\s|her\s|all\s|some\s|about\s|those\s|these\s|"
    r"every\s|a\stotal\s(?:of\s)?|our\s)*(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_FOUND_IN = re.compile(r"\s[\w’'-]+(?:\s[\w’'-]+){0,2}?\s(?:in|among|from)\s(?:the\s|a\ssample\sof\s)?$", re.IGNORECASE)
_OF_FIRST = re.compile(
    r"\b(?:survey|poll|sample|study|total|group|class|crew|workforce|electorate|intake)\sof\s(?:some\s|about\s)?$|(?:^|[.;:—–,]\s)[\"“‘']?(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|those\s)*(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_SAYS_SHARE = re.compile(
    r"(?:^|[^.;]*?(?:,|—|–|\(|\bor\b|\band\b)\s?)(?:(?:or|that\sis|which\sis|equal\sto|i\.e\.|representing|making|about|just|"
    r"nearly|almost|exactly|some|roughly|up\sto|barely|fully|only|more\sthan|less\sthan|under|over|an?|the|put|giving|"
    r"equivalent\sto|around)\s){0,4}$|[^.;]*?\b(?:share|proportion|percentage|response|take-up|yield|pass\smark|turnout|rate|portion|fraction|quota|stake)\b"
    r"(?:[\w’'\s-]{0,30}?)\b(?:of|at|was|is|to|stood\sat|stands\sat|reached|were|came\sto|comes\sto|works\sout\sat)\s"
    r"(?:about\s|just\s|only\s|over\s|under\s)*$|[^.;]*?\b(?:which|that)\s(?:is|was|means|makes|represents|amounts\sto)\s"
    r"(?:about\s|just\s|only\s|over\s|under\s|more\sthan\s|less\sthan\s)*$",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"\s(?:of\s(?:the\stotal|them|those|all|everyone|the\swhole|the\slot)\b|$|[.,;)—–]|turnout\b|share\b)|[.,;)—–]|$"
)
_RATE_FIRST = re.compile(
    r"\b(?:turnout|rate|share|proportion)\s(?:was|is|of|at|stood\sat)\s(?:just\s|about\s|only\s)?$", re.I
)
_OTHERWISE = re.compile(
    r"\b(?:compared|against|than|while|whereas|up|down|from\s\d|increase|decrease|last\syear|respectively|"
    r"of\swhom|of\swhich|each|discount|interest)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?:backed|supported|in\sfavour|approved)\b.*\b(?:opposed|against|rejected|objected)\b|\bof\s(?:the\s)?(?:\w+\s)?(?:votes?|poll|ballots?|vote\scast)\b",
    re.IGNORECASE,
)
_MANY_VOTES = re.compile(
    r"\b(?:men|women|counted|reporting|declared|count|first\spreferences?|second\spreferences?|round|last|previous|turnout|up|down|rose|fell|than|"
    r"compared|in\s(?:19|20)\d\d|over-?\w*|under-?\w*|aged|postal|constituenc\w+|wards?|while|whereas|seats?)\b",
    re.IGNORECASE,
)


def portions(text: str, one: CheckedSentence) -> Iterator[Reading]:
    """Yield the readings of the one share in a sentence against its one part and one whole."""
    facts = facts_of(text, one)
    words = text[one.sentence.start : one.sentence.end]
    shares = [fact for fact in facts if fact.quantity.unit in ("percent", "share")]
    if len(shares) != 1 or len(facts) > 4 or shares[0].is_change or _OTHERWISE.search(words):
        return
    share = shares[0]
    pairs = [(part, whole) for part, whole in pairwise(facts) if _is_part_of(part, whole)]
    pairs += [(part, whole) for whole, part in _wholes_first(facts)]
    pairs = [(part, whole) for part, whole in pairs if share not in (part, whole)]
    if len(pairs) != 1 or not _says_share(share, *pairs[0]):
        yield from _amount_of_share(text, facts, share)
        return
    part, whole = pairs[0]
    verdict = judge_share({"p": [part.quantity], "w": [whole.quantity], "x": [share.quantity]})
    yield _reading(text, share, (part, whole, share), verdict)


def _is_part_of(part: Fact, whole: Fact) -> bool:
    if part.quantity.unit != whole.quantity.unit or part.quantity.value > whole.quantity.value or part.is_change:
        return False
    return bool(_OF.fullmatch(whole.before) or (part.noun and _FOUND_IN.fullmatch(whole.before)))


def _wholes_first(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    for whole, part in pairwise(facts):
        alike = part.quantity.unit == whole.quantity.unit and part.quantity.value <= whole.quantity.value
        if alike and _OF_FIRST.search(whole.before) and not _OF.fullmatch(part.before):
            yield whole, part


def _says_share(share: Fact, part: Fact, whole: Fact) -> bool:
    """Return whether a share is told of the pair: set beside it, or called its rate, share or turnout."""
    if share.quantity.start < min(part.quantity.start, whole.quantity.start):
        return _RATE_FIRST.search(share.before) is not None
    return _SAYS_SHARE.fullmatch(share.before) is not None and _OF_THAT.match(share.after) is not None


def _amount_of_share(text: str, facts: Sequence[Fact], share: Fact) -> Iterator[Reading]:
    """Read "20 per cent of the £350 price comes to £70" and "£480, a quarter of the £1,920": share, whole, part."""
    others = [fact for fact in facts if fact is not share and fact.quantity.unit == _unit_beside(facts, share)]
    whole = next(
        (fact for fact in others if fact.quantity.start > share.quantity.end and _OF.fullmatch(fact.before)), None
    )
    if len(others) != 2 or len(facts) != 3 or whole is None:
        return
    part = next(fact for fact in others if fact is not whole)
    if part.quantity.start < share.quantity.start:
        said = _APPOSED.fullmatch(share.before) is not None
    else:
        said = _COMES_TO.search(part.before) is not None and (
            _OF_THEM.match(part.after) is None or re.fullmatch(r"\s[a-z]+,\s", part.before) is not None
        )
    if said and not (part.noun and whole.noun and part.noun.rstrip("s") != whole.noun.rstrip("s")):
        verdict = judge_part({"p": [part.quantity], "w": [whole.quantity], "x": [share.quantity]})
        yield _reading(text, part, (part, whole, share), verdict)


_APPOSED = re.compile(
    r"[^.;]{0,40}?(?:,|—|–|\()\s?(?:or\s|about\s|some\s|nearly\s|just\s(?:over|under)\s|an?\s|exactly\s)*", re.I
)
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|these|those)\b")
_COMES_TO = re.compile(
    r"(?:\b(?:comes?|came|amounts?|amounted|equals?|adds?\sup)\s(?:to\s)?|\b(?:is|was|are|were|or|worth|means|brings?|makes?)\s|"
    r",\s|\(|—\s|–\s)(?:about\s|some\s|nearly\s|almost\s|just\s(?:over|under)\s)?$",
    re.IGNORECASE,
)


def _unit_beside(facts: Sequence[Fact], share: Fact) -> str:
    return next((fact.quantity.unit for fact in facts if fact is not share), "")


def _reading(text: str, stated: Fact, facts: Sequence[Fact], verdict: tuple[CheckKind, str, str] | None) -> Reading:
    if verdict is None:
        return Reading(stated.quantity, None)
    kind, expected, working = verdict
    printed = text[stated.quantity.start : stated.quantity.end]
    return Reading(stated.quantity, slip(stretch(facts), kind, printed, expected, working))


def wrong_votes_in_all(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Yield "71% of the vote and his only rival 39%": shares of one vote that make more than all of it."""
    words = text[one.sentence.start : one.sentence.end]
    facts = facts_of(text, one)
    shares = [fact for fact in facts if fact.quantity.unit == "percent"]
    if len(shares) != 2 or len(facts) != len(shares) or not _VOTES.search(words) or _MANY_VOTES.search(words):
        return
    total = sum(fact.quantity.value for fact in shares)
    if total > 100 + sum(blur(fact.quantity) for fact in shares) and not any(fact.is_change for fact in shares):
        working = " + ".join(shown(fact.quantity.value) for fact in shares) + f" = {shown(total)}"
        span = stretch(shares)
        yield slip(span, CheckKind.PERCENTAGE, text[span.start : span.end], "100 or less", working)
