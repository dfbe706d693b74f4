"""Words that would give a confidential source away: found beside a request to keep somebody or something back."""

import re
from collections.abc import Iterator

from reviewer.analysing.lexicon import lexicon
from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.sentences import split_sentences
from reviewer.text.wordlists import word_set

_NOT = (
    r"(?:(?<!we )(?<!they )(?<!who )(?<!I )(?:do not|don[’']t|cannot|can[’']t)|please never|(?:(?<=[.!?:;] )|"
    r"^)never|must not|please not|should not|shouldn[’']t)"
)
_WITHHELD = re.compile(
    rf"(?:\b(?:{_NOT}|not to) (?:say|print|write|mention|publish|reveal|disclose|let on)(?: \w+){{0,2}} "
    r"(?:that|where|how|which|who)\s+)([^.!?\n;]{8,160})",
    re.IGNORECASE,
)
_KEPT_BACK = re.compile(
    rf"\b{_NOT} (?:be )?(?:name|named|identify|identified|quote|print|publish|pass (?:\w+ )?on|use|mention|"
    rf"attribute|reveal|disclose|"
    r"describe|share|repeat|forward|say who)\b|"
    r"\bnot to be (?:published|printed|quoted|used|attributed|passed on|shared)\b|"
    r"\bnot for (?:publication|attribution|quotation|printing|quoting|use)\b(?! (?:before|until))|"
    r"\b(?:for |on )?(?:deep )?background only\b|\bon (?:deep )?background\b|(?:(?:^|[.!?:(–—] ?|\b(?:strictly|"
    r"all|is|was|this|and|totally) )off[- ]the[- ]record\b)|"
    r"\bunattributabl[ey]\b|"
    r"\bin (?:strict(?:est)? )?confidence\b|\bconfidential (?:source|contact)\b|\bguidance only\b|"
    r"\b(?:keep|leave) (?:\w+ ){1,4}out of (?:it|this|the (?:story|piece|paper|report))\b|"
    r"\bprotect(?:ed)? (?:the |this |our |my )?source\b",
    re.IGNORECASE,
)
_PEOPLE = "|".join(sorted(word_set("sensitive", "described_people") | lexicon().roles, key=len, reverse=True))
_DESCRIBED = re.compile(
    r"\b(?i:the|my|a|an|his|her|our|their|one of (?:the|my|our|his|her))\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?:{_PEOPLE})s?\b(?:\s+(?:of|in|on|at|from|for|to|with|who|whose|working|employed|based|near|inside|under)\b"
    r"[^,.;:!?()\n]{2,120}|(?=\s*[.,;:)]|\s+and\b|$))"
)
_MARKED = re.compile(r"\b(?:former|ex-\w+|retired|junior|senior|night|only|now|works?|live[sd]?)\b")
_AFTER_PERSON = re.compile(
    r"\s+(?:told|tells|said|says|saw|gave|gives|has|had|heard|showed|sent|passed|let|knew|knows|wrote|writes|"
    r"confirmed|thinks|was told|"
    r"about|when|because|but|so|if)\b"
)
_ONLY_A_TIME = re.compile(
    r"^\S+(?: \S+)? (?:in|on|at|for|from) (?:(?:early|late|the|last|this) )?(?:\d{4}|\d+ \w+|January|February|"
    r"March|April|May|June|July|"
    r"August|September|October|November|December|\w+day|years?|months?|weeks?|time)(?: \d{4})?$"
)
_WHO = re.compile(r"\b(?:who|whose)\b")
_SELF = re.compile(
    r"\bI(?: am|[’']m| was| work(?:ed)?| live[d]?| used to| run| teach| drive| sit)\s+((?!(?:not|sorry|afraid|"
    r"sure|happy|glad|in)\b)[^,.;:!?()\n]{6,120})"
)
_SELF_CUE = re.compile(
    rf"\b{_NOT} (?:name|identify|quote|use|mention|print|publish)\s(?:me|my|that|this|it)\b|\bout of (?:it|this|"
    rf"the story)\b",
    re.IGNORECASE,
)

_Found = Iterator[tuple[int, int, SensitiveKind]]


def source_identity(text: str) -> _Found:
    """Yield what was asked not to be printed ("do not say that I work in …") and descriptions of hidden sources.

    A description counts in the sentence of the request and in those right before and after it in its paragraph: "Do
    not name her. She is the widow of the baker." Sentences of an article that say that somebody asked not to be named
    are no request. Offsets are code points.
    """
    for match in _WITHHELD.finditer(text):
        yield match.start(1), match.start(1) + len(match.group(1).rstrip(" ,")), SensitiveKind.SOURCE_IDENTITY
    for paragraph in re.finditer(r"[^\n]+", text):
        if not _KEPT_BACK.search(paragraph.group()):
            continue
        sentences = split_sentences(text, Span(*paragraph.span()))
        asking = [place for place, one in enumerate(sentences) if _KEPT_BACK.search(one.of(text))]
        for place, sentence in enumerate(sentences):
            if any(abs(place - cue) <= 1 for cue in asking):
                yield from _descriptions(text, sentence)
                if any(_SELF_CUE.search(sentences[cue].of(text)) for cue in asking if abs(place - cue) <= 1):
                    yield from _self_descriptions(text, sentence)


def _descriptions(text: str, sentence: Span) -> _Found:
    for match in _DESCRIBED.finditer(text, sentence.start, sentence.end):
        end = _end(match)
        words = text[match.start() : end]
        bare = len(words.split()) <= 2 or not re.search(
            r"\s(?:of|in|on|at|from|for|to|with|who|whose|working|near)\s", words
        )
        if _ONLY_A_TIME.search(words):
            continue
        if not bare or (_MARKED.search(words) and len(words.split()) > 2):
            yield match.start(), end, SensitiveKind.SOURCE_IDENTITY


def _end(match: re.Match[str]) -> int:
    """Return where a description ends: before the verb that tells what its person did, unless "who" leads to it."""
    stretch = match.group()
    who = _WHO.search(stretch)
    verb = _AFTER_PERSON.search(stretch)
    if verb is not None and (who is None or verb.start() < who.start()):
        stretch = stretch[: verb.start()]
    return match.start() + len(stretch.rstrip(" ,"))


def _self_descriptions(text: str, sentence: Span) -> _Found:
    for match in _SELF.finditer(text, sentence.start, sentence.end):
        yield match.start(), match.start() + len(match.group().rstrip()), SensitiveKind.SOURCE_IDENTITY
