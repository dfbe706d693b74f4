"""What the rules over the parse share: cues, denial, and the stretches that were said."""

import msgspec

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.phrases import mention_of
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set


class Scene(msgspec.Struct, frozen=True):
    """One sentence of a parsed paragraph."""

    parse: Parse
    sentence: Span


def is_denied(parse: Parse, verb: ParsedWord) -> bool:
    """Return whether a verb of saying is denied, refused or only conditional: then it attributes nothing."""
    words = lexicon()
    if parse.child(verb, "neg") is not None or any(
        child.lower in ("never", "neither") for child in parse.children(verb)
    ):
        return True
    head = parse.head(verb)
    if verb.dep == "xcomp" and head is not None and any(child.lower == "yet" for child in parse.subtree(head)[:8]):
        return True
    if head is None or verb.dep not in ("xcomp", "pcomp", "prep", "conj"):
        return False
    lemma = words.cue(head.text)
    if verb.dep == "conj":
        return parse.child(verb, "nsubj") is None and is_denied(parse, head)
    return lemma in words.refusals or parse.child(head, "neg") is not None


def lemma_of(word: ParsedWord) -> str:
    """Return the lemma of a verb that is a cue, empty for any other word."""
    return lexicon().cue(word.text) if word.is_verb else ""


def content_round(parse: Parse, words: list[ParsedWord], verb: ParsedWord, subject: ParsedWord) -> tuple[Span, ...]:
    """Return what was said, in one or two stretches round the tag."""
    said = {word.index for word in words}
    tag = {verb.index, subject.index}
    before = trimmed([word for word in parse.words if word.index in said and word.index < min(tag)])
    between = trimmed([word for word in parse.words if word.index in said and min(tag) < word.index < max(tag)])
    after = trimmed([word for word in parse.words if word.index in said and word.index > max(tag)])
    return tuple(parse.span(stretch) for stretch in (before, between, after) if stretch)


def trimmed(words: list[ParsedWord]) -> list[ParsedWord]:
    """Return the words without the punctuation at both ends and without "that" at the front."""
    kept = list(words)
    while kept and (kept[0].text in ",;:—–-" or (kept[0].dep == "mark" and kept[0].lower == "that")):
        kept.pop(0)
    while kept and kept[-1].text in ",;:—–-.":
        kept.pop()
    return kept


def made(parse: Parse, verb: ParsedWord, subject: ParsedWord, content: tuple[Span, ...], rule: str) -> Statement | None:
    """Return the attribution of a verb to its subject, None when nothing or nobody in particular says it."""
    if not content or subject.lower in word_set("grammar", "speaks_for_nobody") or _is_expletive(parse, verb, subject):
        return None
    if subject.lower in ("cent", "percent", "%"):
        return None
    speaker = mention_of(parse, subject)
    tag = Span(min(speaker.start, verb.start), max(speaker.end, verb.end))
    tier = lexicon().tier(lexicon().cue(verb.text))
    return Statement(content, Span(verb.start, verb.end), tag, rule, speaker, tier)


def _is_expletive(parse: Parse, verb: ParsedWord, subject: ParsedWord) -> bool:
    """Return whether "it" stands for nobody: "it is fair to say", "it would be wrong to claim"."""
    head = parse.head(subject)
    copula = head is not None and head.lower in word_set("grammar", "forms_of_be")
    return subject.lower == "it" and copula and head is not verb
