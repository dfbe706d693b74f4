"""People who must stay unnamed, and words that would give a confidential source away; found by cues only."""

import re
from collections.abc import Iterable, Iterator

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.names import find_names

_UNNAMED = re.compile(
    r"\b(?:not (?:to be|be|wish to be|want to be) (?:named|identified|quoted by name)|(?:not|n[’']t) (?:use|"
    r"print|publish|give|mention|quote)"
    r" (?:my|her|his|their) (?:full |real )?name|(?:keep|leave) (?:my|her|his|their) name out|"
    r"without (?:using )?(?:my|her|his|their) name|"
    r"(?:asked|asks|wants?|wish(?:es)?|prefers?) to (?:remain|stay|be) anonymous|"
    r"(?:not|n[’']t) (?:name|identify) (?:me|her|him|them)|can(?:not|['’]t| not) be named|must not be named|"
    r"anonymity)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:(?:not|n[’']t) (?:use|print|publish|give|mention|quote) my|(?:not|n[’']t) (?:name|identify|quote) me|"
    r"keep my name|leave my name|"
    r"want my name|without (?:using )?my name|I (?:would |[’']d )?(?:want|wish|prefer|ask|need|"
    r"have) (?:\w+ )?(?:to (?:remain|stay|be) anonymous|"
    r"not to be (?:named|identified))|in confidence|off the record|not for attribution)\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"(?:,\s*(?:aged\s+)?|\s\(|\s+aged\s+|,\s+who is\s+|\s+is\s+)(?:[1-9]|1[0-7])(?=[,).;]|\s+(?:years? old|and)\b)"
    r"|,?\s+(?:an?\s+)?(?:[1-9]|1[0-7])-year-old\b"
)
_CHILD_BEFORE = re.compile(
    r"(?:\b(?:[1-9]|1[0-7])-year-old\s+(?:\w+\s+){0,2}|\b(?:daughter|son|child|toddler|baby|schoolgirl|"
    r"schoolboy|pupil|granddaughter|grandson|"
    r"(?:little|young) (?:girl|boy|sister|brother))(?:,\s*|\s+(?:called\s+|named\s+)?))$",
    re.IGNORECASE,
)
_VICTIM_BEFORE = re.compile(
    r"\b(?:victim|complainant|the survivor)(?:[:,]\s*|\s+(?:is |was |named |called )?)$", re.IGNORECASE
)
_VICTIM_AFTER = re.compile(
    r",\s+(?:the|a|an alleged|an?) (?:alleged )?(?:rape |abuse )?(?:victim|complainant)\b|\s+\(not (?:her|his|"
    r"their) real name\)"
)
_WITHHELD = re.compile(
    r"(?:\b(?:do not|don[’']t|please never|never|not to) (?:say|print|write|mention|publish|reveal|disclose|"
    r"let on)(?: \w+){0,2} (?:that|where|how|which|who)\s+)"
    r"([^.!?\n;]{8,160})",
    re.IGNORECASE,
)
_FROM = re.compile(r"^From:\s*\"?([^\"<\n]+?)\"?\s*(?:<|$)", re.MULTILINE)

_Found = Iterator[tuple[int, int, SensitiveKind]]


def private_people(text: str) -> _Found:
    """Yield the names of people who asked not to be named, of children and of victims, at every place they stand."""
    wanted: set[str] = set()
    for paragraph in re.finditer(r"[^\n]+", text):
        names = [
            name for name in find_names(text, Span(*paragraph.span())) if " " in name.name or _is_marked(text, name.end)
        ]
        for name in names:
            before, after = text[max(0, name.start - 60) : name.start], text[name.end : name.end + 60]
            if (
                _CHILD.match(after)
                or _CHILD_BEFORE.search(before)
                or _VICTIM_BEFORE.search(before)
                or _VICTIM_AFTER.match(after)
            ):
                wanted.add(name.name)
        wanted.update(_unnamed(text, Span(*paragraph.span()), [name.span for name in names]))
    wanted.update(_sender(text))
    yield from _everywhere(text, wanted, SensitiveKind.PERSON_PRIVATE)


def source_identity(text: str) -> _Found:
    """Yield what a source asked not to be printed about themselves ("do not say that I work in …")."""
    for match in _WITHHELD.finditer(text):
        yield match.start(1), match.start(1) + len(match.group(1).rstrip(" ,")), SensitiveKind.SOURCE_IDENTITY


def _is_marked(text: str, end: int) -> bool:
    return _CHILD.match(text, end) is not None or _VICTIM_AFTER.match(text, end) is not None


def _unnamed(text: str, paragraph: Span, names: list[Span]) -> Iterable[str]:
    for cue in _UNNAMED.finditer(text, paragraph.start, paragraph.end):
        before = [span for span in names if span.end <= cue.start() and cue.start() - span.end < 40]
        if before and not _SELF.search(text, max(0, cue.start() - 20), cue.end()):
            yield before[-1].of(text)


def _sender(text: str) -> Iterable[str]:
    """Return the sender's name of a mail that asks to be left out."""
    sender = _FROM.search(text)
    if sender is not None and _SELF.search(text) is not None and "@" not in sender.group(1):
        yield sender.group(1).strip()


def _everywhere(text: str, names: Iterable[str], kind: SensitiveKind) -> _Found:
    for name in sorted(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.start(), match.end(), kind
