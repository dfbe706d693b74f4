"""Headlines that say who says it: "Statement: X", "X: minister", "X, says minister", "study finds X"."""

import re

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_COLON = re.compile(r":\s+")
_COMMA_TAIL = re.compile(r"(?:,|\s[–—-])\s+([^,–—]{2,70})$")
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
_SUBORDINATE = re.compile(r"(?<=\w )(?:after|as|when|while|because|but)\s+")
_NOT_SPEAKERS = word_set("grammar", "headline_labels")


def find_in_headline(text: str, headline: Span) -> list[Statement]:
    """Return the attribution of a headline, if it has one."""
    for rule in (_speaker_before_colon, _speaker_after_comma, _finding_first, _told_after):
        statement = rule(text, headline)
        if statement is not None:
            return [statement]
    return []


def _speaker_before_colon(text: str, headline: Span) -> Statement | None:
    colon = _COLON.search(text, headline.start, headline.end)
    if colon is None:
        return None
    head, tail = Span(headline.start, colon.start()), Span(colon.end(), headline.end)
    if _names_a_speaker(head.of(text)) and not _names_a_speaker(tail.of(text)):
        return _made(head, tail, Span(colon.start(), colon.start() + 1), "headline colon")
    if _speaks_in_person(head.of(text), tail.of(text)):
        return _made(head, tail, Span(colon.start(), colon.start() + 1), "headline colon")
    if len(tail.of(text).split()) <= 3 and _names_a_speaker(tail.of(text)):
        return _made(tail, head, Span(colon.start(), colon.start() + 1), "headline colon")
    return None


def _speaks_in_person(head: str, tail: str) -> bool:
    """Return whether a name leads up to words in the first person or in marks: "Hartog: I will not resign"."""
    words = _WORD.findall(head)
    named = 0 < len(words) <= 3 and all(word[0].isupper() for word in words)
    return named and head.casefold() not in _NOT_SPEAKERS and re.match(r"(?:I|We|My|Our)\b|[‘“'\"]", tail) is not None


def _names_a_speaker(words: str) -> bool:
    """Return whether a few words can only be a speaker: they end in a document, role or institution word."""
    found = _WORD.findall(words)
    if not 1 <= len(found) <= 6 or words.casefold() in _NOT_SPEAKERS:
        return False
    last = found[-1].casefold()
    known = lexicon()
    kinds = (known.documents, known.roles, known.collectives, known.organisation_words)
    return any(last in kind or last.removesuffix("s") in kind for kind in kinds) and last not in _NOT_SPEAKERS


def _speaker_after_comma(text: str, headline: Span) -> Statement | None:
    tail = _COMMA_TAIL.search(text, headline.start, headline.end)
    if tail is None:
        return None
    words = list(_WORD.finditer(text, tail.start(1), tail.end(1)))
    if len(words) == 1 and tail.group().lstrip()[0] in "–—-" and _names_a_speaker(tail.group(1)):
        speaker = Span(tail.start(1), tail.end(1))
        return _made(
            speaker, Span(headline.start, tail.start()), Span(tail.start(1) - 2, tail.start(1) - 1), "headline tag"
        )
    for word in (words[0], words[-1]) if len(words) > 1 else ():
        lemma = lexicon().cue(word.group())
        if not lemma or lemma in lexicon().refusals or word.group().casefold().endswith("ing"):
            continue
        others = [other for other in words if other is not word]
        speaker = Span(others[0].start(), others[-1].end())
        content = Span(headline.start, tail.start())
        return Statement(
            (content,), Span(word.start(), word.end()), Span(tail.start(1), tail.end(1)), "headline tag", speaker
        )
    return None


def _finding_first(text: str, headline: Span) -> Statement | None:
    """Find "Study finds X" and "Police say X": a cue near the start, its subject before it."""
    words = list(_WORD.finditer(text, headline.start, headline.end))
    known = lexicon()
    for place, word in enumerate(words[1:6], 1):
        lemma = known.cue(word.group())
        if not lemma or word.group().casefold().endswith(("ing", "ed")) or place + 1 >= len(words):
            continue
        speaker = Span(words[0].start(), words[place - 1].end())
        if _SUBORDINATE.search(speaker.of(text)):
            return None
        if (lemma in known.headline or _refuses_to_tell(lemma, words[place + 1 : place + 3])) and (
            _names_a_speaker(speaker.of(text)) or word.group().casefold() in ("says", "say", "said", "tells")
        ):
            content = Span(words[place + 1].start(), headline.end)
            tag = Span(headline.start, word.end())
            return Statement((content,), Span(word.start(), word.end()), tag, "headline finding", speaker)
    return None


def _refuses_to_tell(lemma: str, following: list[re.Match[str]]) -> bool:
    """Return whether a headline says that somebody will not tell something or rules it out: "refuses to give date"."""
    after = [word.group().casefold() for word in following]
    if lemma == "rule":
        return after[:1] == ["out"]
    return lemma in ("refuse", "decline") and after[:1] == ["to"] and after[-1] in word_set("cues", "ways_to_tell")


def _told_after(text: str, headline: Span) -> Statement | None:
    """Find "Pool shut after inspectors find cracks" and "Shares dive as boss admits error"."""
    known = lexicon()
    for joint in _SUBORDINATE.finditer(text, headline.start, headline.end):
        words = list(_WORD.finditer(text, joint.end(), headline.end))
        for place, word in enumerate(words[1:5], 1):
            lemma = known.cue(word.group())
            speaker = Span(words[0].start(), words[place - 1].end())
            is_last = place + 1 >= len(words)
            if is_last or lemma not in known.headline or word.group().casefold().endswith(("ing", "ed", "found")):
                continue
            last = words[place - 1].group().casefold()
            judges = last in word_set("people", "those_who_judge") | known.documents
            if _names_a_speaker(speaker.of(text)) and (judges or lemma not in ("find", "show", "reveal")):
                content = Span(words[place + 1].start(), headline.end)
                tag = Span(joint.start(), word.end())
                return Statement((content,), Span(word.start(), word.end()), tag, "headline finding", speaker)
    return None


def _made(speaker: Span, content: Span, cue: Span, rule: str) -> Statement:
    return Statement((content,), cue, Span(min(speaker.start, cue.start), max(speaker.end, cue.end)), rule, speaker)
