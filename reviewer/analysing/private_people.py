"""People who must stay unnamed: children, victims, patients, whoever asked for it; found by cues only."""

import re
from collections.abc import Iterable, Iterator

from reviewer.analysing.asking_for_oneself import ASKS_FOR_ONESELF, askers
from reviewer.analysing.kept_back import is_persons_name, kept_back_names, people_in
from reviewer.analysing.pupils import pupils
from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.names import find_names
from reviewer.text.wordlists import word_set

_UNNAMED = re.compile(
    r"\b(?:not (?:to be|be|wish to be|want to be) (?:named|identified|quoted by name)|(?:not|\w+n[’']t) (?:use|"
    r"print|publish|give|mention|quote)"
    r" (?:my|her|his|their) (?:full |real )?name|(?:keep|leave) (?:my|her|his|their) name out|"
    r"without (?:using )?(?:my|her|his|their) name|"
    r"(?:asked|asks|wants?|wish(?:es)?|prefers?) to (?:remain|stay|be) anonymous|"
    r"(?:not|\w+n[’']t) (?:name|identify) (?:me|her|him|them)|can(?:not|['’]t| not) be named|must not be named|"
    r"anonymity)\b",
    re.IGNORECASE,
)
_YOUNG = (
    r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|"
    r"seventeen)"
)
_CHILD = re.compile(
    rf"(?:,[ \t]*(?:aged\s+)?|\s\(|,?\s+aged\s+|,\s+who is\s+(?:only\s+|just\s+)?|\s+is\s+(?:only\s+|just\s+)?|"
    rf"[’']s\s+(?:only|just)\s+)"
    rf"{_YOUNG}(?:\s+(?:years? old|and)\b|(?=[,).;](?!\d|\s?[A-Z][\w’'-]+(?:,|\sand\b))))"
    rf"|,?\s+(?:an?\s+)?{_YOUNG}-year-old\b"
)
_PUPIL_AFTER = re.compile(
    rf",\s(?:a|an|the)\s(?:pupil|schoolboy|schoolgirl|student|boy|girl)\b[^.;\n]{{0,50}}?,\s(?:aged\s|"
    rf"who is\s)?{_YOUNG}(?=[,.;])"
)
_GROWN_UP = re.compile(r",\s(?:aged\s|who is\s)?(?:1[89]|[2-9]\d)\b")
_SCHOOLS = frozenset(
    ("Primary", "Secondary", "Academy", "School", "College", "High", "Grammar", "Nursery", "Infants", "Juniors")
)
_CHILD_BEFORE = re.compile(
    rf"(?:\b{_YOUNG}-year-old\s+(?:\w+\s+){{0,2}}|\b(?:daughter|son|child|toddler|baby|schoolgirl|"
    r"schoolboy|pupil|granddaughter|grandson|"
    r"(?:little|young) (?:girl|boy|sister|brother))(?:,\s*|\s+(?:called\s+|named\s+)?))$",
    re.IGNORECASE,
)
_VICTIM_BEFORE = re.compile(
    r"\b(?:victim|complainant|the survivor|patient|whistleblower|informant|the (?:girl|boy|child|teenager|minor))"
    r"(?:[:,]\s*|\s+(?:is |was |named |called )?)$",
    re.IGNORECASE,
)
_VICTIM_OF = re.compile(r"\b(?:raped|sexually assaulted|indecently assaulted|abused|groomed|trafficked)\s$")
_FIRST_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][a-zà-ÿ]{2,}(?=[’']s\s(?:only|just|not even)\b|,\s)")
_VICTIM_AFTER = re.compile(
    r",\s+(?:the|a|an alleged|an?) (?:alleged )?(?:rape |abuse |assault |trafficking )?(?:victim|complainant)\b|"
    r"\s+\(not (?:her|his|their) real name\)|"
    r",?\s+(?:who )?(?:was|were|had been) (?:raped|sexually assaulted|indecently assaulted|abused|groomed|"
    r"trafficked)\b"
)
_WITHHELD_BEFORE = re.compile(
    r"\b(?:not for (?:publication|release|broadcast|print)(?! (?:before|until))|name (?:not (?:for|to be|yet|"
    r"been) \w+|withheld)|"
    r"for (?:your )?(?:guidance|information|background) only|not to be (?:named|identified|published)|"
    r"(?:do not|don[’']t|please never|never|must not) (?:name|identify|mention|print|publish))"
    r"\b[^.\n]{0,40}?[:,\s(–—-]\s*$",
    re.IGNORECASE,
)
_WITHHELD_AFTER = re.compile(
    r"[^.\n]{0,40}?[\s(,;–—-](?:(?:not for (?:publication|release|broadcast)|name withheld|"
    r"name not for)\b(?! (?:before|until)))|"
    r"[^.\n]{0,60}\.\s+(?:Please )?(?:do not|don[’']t|must not|never) (?:name|identify|use|print|publish)\b",
    re.IGNORECASE,
)
_SPEAKS_BETWEEN = re.compile(r"[.!?;:]\s|\b(?:said|says|told|tells|asked|added|wrote|by|of)\b")
_OF_ANOTHER = re.compile(r"\b(?:said|ruled|ordered|told)\b(?!.*\b(?:she|he|they)\b)")
_INSTITUTIONS = word_set("people", "organisation_words")

_Found = Iterator[tuple[int, int, SensitiveKind]]


def private_people(text: str) -> _Found:
    """Yield the names of people who asked not to be named, of children and of victims, at every place they stand."""
    wanted: set[str] = set()
    for paragraph in re.finditer(r"[^\n]+", text):
        span = Span(*paragraph.span())
        names = [name for name in find_names(text, span) if " " in name.name or _is_marked(text, name.end)]
        places = {Span(name.end - len(name.name), name.end) for name in names} | set(people_in(text, span))
        wanted.update(place.of(text) for place in places if _is_private(text, place))
        wanted.update(pupils(text, sorted(places, key=lambda place: place.start)))
        wanted.update(_small_children(text, span))
        wanted.update(_unnamed(text, span, [name.span for name in names]))
    wanted.update(kept_back_names(text))
    wanted.update(askers(text))
    yield from _everywhere(text, wanted, SensitiveKind.PERSON_PRIVATE)


def _is_private(text: str, name: Span) -> bool:
    before, after = text[max(0, name.start - 60) : name.start], text[name.end : name.end + 90]
    if any(word in _SCHOOLS for word in name.of(text).split()):
        return False
    is_grown = _GROWN_UP.match(after) is not None
    cues = (
        not is_grown and _CHILD_BEFORE.search(before),
        _VICTIM_BEFORE.search(before),
        _VICTIM_OF.search(before),
        _CHILD.match(after),
    )
    if any(cues) or _PUPIL_AFTER.match(after) or _VICTIM_AFTER.match(after):
        return True
    return is_persons_name(name.of(text)) and _is_withheld(before, after)


def _small_children(text: str, paragraph: Span) -> Iterable[str]:
    """Return first names of children: "my daughter Ivy, six," and "Tilly's only four"."""
    for match in _FIRST_NAME.finditer(text, paragraph.start, paragraph.end):
        before = text[max(paragraph.start, match.start() - 40) : match.start()]
        is_only = re.match(rf"[’']s\s(?:only|just|not even)\s{_YOUNG}\b", text[match.end() : match.end() + 24])
        if is_only or (_CHILD.match(text, match.end()) and _CHILD_BEFORE.search(before)):
            yield match.group()


def _is_withheld(before: str, after: str) -> bool:
    return _WITHHELD_BEFORE.search(before) is not None or _WITHHELD_AFTER.match(after) is not None


def _is_marked(text: str, end: int) -> bool:
    return _CHILD.match(text, end) is not None or _VICTIM_AFTER.match(text, end) is not None


def _unnamed(text: str, paragraph: Span, names: list[Span]) -> Iterable[str]:
    for cue in _UNNAMED.finditer(text, paragraph.start, paragraph.end):
        before = [span for span in names if span.end <= cue.start() and _reaches(text, span.end, cue.start())]
        is_institution = before and any(word.casefold() in _INSTITUTIONS for word in before[-1].of(text).split())
        if before and not is_institution and not ASKS_FOR_ONESELF.search(text, max(0, cue.start() - 20), cue.end()):
            yield before[-1].of(text)


def _reaches(text: str, name_end: int, cue_start: int) -> bool:
    """Return whether a cue can be about the name before it: close by, or in its sentence with nobody speaking "
    "between."""
    between = text[name_end:cue_start]
    if len(between) < 40:
        return _OF_ANOTHER.search(between) is None
    return len(between) < 110 and _SPEAKS_BETWEEN.search(between) is None


def _everywhere(text: str, names: Iterable[str], kind: SensitiveKind) -> _Found:
    for name in sorted(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.start(), match.end(), kind
