"""Words that are called somebody's: "“rubbish” was her verdict", "in his view", "she had a name for it: “…”"."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.passages import Sentence
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_NOUN = "|".join(sorted(word_set("cues", "things_said")))
_WHO = r"(?P<who>(?:(?!(?:in|of|to|for|was|is|and|but|the|that|as)\s)[\w’'.-]+\s){0,4}?[\w.-]+(?:['’-]\w+)*?)"
_OWNER = rf"(?:(?:the\s+)?{_WHO}(?:['’]s|(?<=s)['’])|(?P<whose>his|her|their|its))\s+(?:own\s+)?(?:[a-z-]+\s+){{0,2}}?"
_QUOTE = r"[“\"‘][^“”\"]{2,200}[”\"’]"
_BE = r"(?:is|was|were|are|remains|remained|has been|came|comes)"
_REACH = 600
"""Code points of a sentence that are looked at."""
_IN_VIEW = re.compile(
    r"\bin\b.{2,60}\b(?:words|view|opinion|judge?ment|telling|account|phrase|estimation|assessment|version)\b",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<said>{_QUOTE}),?\s+{_BE}\s+{_OWNER}(?P<cue>{_NOUN})\b",
        rf"(?P<said>{_QUOTE}),?\s+{_BE}\s+the\s+(?P<cue>{_NOUN})\s+of\s+(?P<of>[^“”\",.;:]{{3,60}}?)(?=[,.;]|$)",
        rf"(?:^|(?<=\s)){_OWNER}(?P<cue>{_NOUN})\b[^.;:“”\"]{{0,60}}?\s{_BE}(?:\s+\w+)?:?\s+(?P<said>{_QUOTE})",
        rf"^(?:[^,“”\"]{{3,40}},\s+)?(?P<of>[^,“”\".;:]{{2,60}}?)\s+(?:has|had|have|offers|offered)\s+(?:only\s+|just\s+|but\s+)?"
        rf"(?:an?|one|two|another)\s+(?:[a-z-]+\s+){{0,2}}?(?P<cue>{_NOUN})\b[^.;“”\"]{{0,60}}?[:,–—]\s*(?P<said>{_QUOTE})",
        rf"(?:(?<=^)|(?<=[\s,])){'in'}\s+{_OWNER}(?P<cue>words|view|opinion|judge?ment|telling|account|phrase|estimation|"
        rf"assessment|version)\b(?!\s(?:at|of|with|from)\b)(?P<said>)",
        rf"^(?P<cue>to|for)\s+(?P<of>[^“”\",.;:]{{3,40}}?),?\s+(?:it|this|that|the\s[\w-]+)\s+{_BE}\s+(?P<said>{_QUOTE})",
    )
)


def own_words(text: str, sentence: Sentence) -> Iterator[Statement]:
    """Find what a sentence says is somebody's word, verdict or view."""
    stretch = text[sentence.start : min(sentence.end, sentence.start + _REACH)]
    if not sentence.quotations and _IN_VIEW.search(stretch) is None:
        return
    for pattern in _PATTERNS:
        match = pattern.search(stretch)
        speaker = _speaker(match) if match is not None else None
        if match is None or speaker is None or not _may_speak(stretch[speaker.start : speaker.end]):
            continue
        said = Span(*match.span("said"))
        if said.length == 0:
            said = _longer_side(
                stretch, match, sentence.quotations[0].start - sentence.start if sentence.quotations else -1
            )
        if said.length < 3:
            continue
        at = sentence.start
        cue = Span(at + match.start("cue"), at + match.end("cue"))
        who = Span(at + speaker.start, at + speaker.end)
        tag = Span(min(cue.start, who.start), max(cue.end, who.end))
        yield Statement((Span(at + said.start, at + said.end),), cue, tag, "own words", who)
        return


def _speaker(match: re.Match[str]) -> Span | None:
    names = match.groupdict()
    name = next((one for one in ("who", "whose", "of") if names.get(one)), None)
    return Span(*match.span(name)) if name is not None else None


def _may_speak(printed: str) -> bool:
    """Return whether a mention may be of somebody: a name, a role, an institution or a pronoun."""
    words = re.findall(r"[\w’'-]+", printed)
    last = words[-1].casefold() if words else ""
    known = lexicon()
    kinds = (known.roles, known.collectives, known.male_words, known.female_words, word_set("grammar", "pronouns"))
    told = any(last in kind or last.removesuffix("s") in kind for kind in kinds) or last in (
        "his",
        "her",
        "their",
        "its",
    )
    named = (
        bool(words) and words[-1][0].isupper() and last not in word_set("text", "days") | word_set("text", "not_names")
    )
    return told or named


def _longer_side(stretch: str, match: re.Match[str], quote: int) -> Span:
    """Return what "in her view" is said of: the longer of what stands before it and behind it."""
    before = Span(0, len(stretch[: match.start()].rstrip(" ,")))
    lead = re.match(r"[\s,]*", stretch[match.end() :])
    after = Span(match.end() + (lead.end() if lead else 0), len(stretch.rstrip(" .")))
    return before if before.length > after.length and not quote >= after.start else after


def without_overlap(found: Sequence[Statement], more: Iterator[Statement]) -> list[Statement]:
    """Return the attributions with those of own words that none of them tells already; they beat a bare colon."""
    own = list(more)
    kept = [one for one in found if one.rule != "name and colon" or not any(_meet(one, other) for other in own)]
    return [*kept, *(one for one in own if not any(_meet(one, other) for other in kept))]


def _meet(one: Statement, other: Statement) -> bool:
    return (
        any(stretch.overlap(said) for stretch in one.content for said in other.content)
        or one.cue.overlap(other.cue) > 0
    )
