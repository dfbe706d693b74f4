"""Noun phrases over the parse: whom a subject names, and who is the subject of a verb that has none of its own."""

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_PRONOUNS = word_set("grammar", "pronouns")
_LEFT_OUT = ("relcl", "advcl", "acl", "appos", "punct", "cc", "ccomp", "parataxis", "preconj", "mark")
_CONTROLLED = ("advcl", "pcomp", "prep", "xcomp", "conj", "ccomp", "dep")


def mention_of(parse: Parse, noun: ParsedWord) -> Span:
    """Return the stretch that names a speaker: the noun with what stands close to it.

    Relative clauses and asides are left out, but an aside that names somebody given only by role is taken in ("her
    co-author, the physiotherapist Matthias Lindqvist").
    """
    without = {child.index for child in parse.children(noun, *_LEFT_OUT) if not _tells_issuer(noun, child)}
    words = parse.subtree(noun, frozenset(without))
    for preposition in parse.children(noun, "prep"):
        for inner in parse.subtree(preposition):
            if inner.dep in ("relcl", "acl", "appos"):
                dropped = {word.index for word in parse.subtree(inner)}
                words = [word for word in words if word.index not in dropped]
    aside = parse.child(noun, "appos")
    is_role = not noun.tag.startswith("NNP") or (noun.lower in lexicon().roles and parse.child(noun, "det") is not None)
    if aside is not None and is_role:
        named = parse.subtree(aside, frozenset(child.index for child in parse.children(aside, *_LEFT_OUT)))
        words = [*words, *named] if _has_capital(named) else words
    words = _closing_punctuation_dropped(words)
    span = parse.span(words)
    return Span(span.start, _end_of_compound(parse, words[-1]))


def _tells_issuer(noun: ParsedWord, clause: ParsedWord) -> bool:
    """Return whether a clause says by whom a document is ("the statement issued by a faction")."""
    issuing = clause.lower in word_set("grammar", "ways_to_issue")
    return clause.dep == "acl" and issuing and noun.lower in lexicon().documents


def _end_of_compound(parse: Parse, last: ParsedWord) -> int:
    """Return the end of a hyphenated word that the parse cut ("co-author")."""
    at = last.index
    while (
        at + 2 < len(parse.words)
        and parse.words[at + 1].text == "-"
        and parse.words[at + 1].start == parse.words[at].end
    ):
        if parse.words[at + 2].start != parse.words[at + 1].end:
            break
        at += 2
    return parse.words[at].end


def _has_capital(words: list[ParsedWord]) -> bool:
    return any(word.tag.startswith("NNP") for word in words)


def _closing_punctuation_dropped(words: list[ParsedWord]) -> list[ParsedWord]:
    kept = list(words)
    while len(kept) > 1 and kept[-1].dep == "punct" and kept[-1].text != ".":
        kept.pop()
    while len(kept) > 1 and (kept[0].dep == "punct" or kept[0].tag in ("IN", "CC")):
        kept.pop(0)
    return kept


def subject_of(parse: Parse, verb: ParsedWord) -> ParsedWord | None:
    """Return the subject of a verb, its own or the one that controls it.

    "who" gives the noun that its clause describes; a participle without a subject takes that of the verb it hangs
    on ("marked the day by saying"), or the noun it describes ("a statement claiming").
    """
    own = parse.child(verb, "nsubj", "csubj")
    if own is not None:
        return _antecedent(parse, verb, own)
    if parse.child(verb, "nsubjpass", "auxpass", "expl") is not None:
        return None
    if verb.dep == "acl":
        return parse.head(verb)
    return _controller(parse, verb)


def _antecedent(parse: Parse, verb: ParsedWord, subject: ParsedWord) -> ParsedWord | None:
    if subject.lower not in ("who", "which", "that"):
        return subject
    clause: ParsedWord | None = verb
    while clause is not None and clause.dep not in ("relcl", "acl"):
        clause = parse.head(clause)
    return parse.head(clause) if clause is not None else None


def _controller(parse: Parse, verb: ParsedWord) -> ParsedWord | None:
    at: ParsedWord | None = verb
    for _ in range(4):
        if at is None or at.dep not in _CONTROLLED:
            return None
        at = parse.head(at)
        if at is None:
            return None
        if at.is_verb:
            subject = parse.child(at, "nsubj", "nsubjpass")
            if subject is not None:
                return _antecedent(parse, at, subject)
    return None


def can_speak(noun: ParsedWord) -> bool:
    """Return whether a noun may name somebody who says, wants or calls for something."""
    words = lexicon()
    if noun.lower in _PRONOUNS or noun.tag.startswith("NNP") or noun.entity in ("PERSON", "ORG", "NORP"):
        return noun.lower != "it"
    singular = noun.lower.removesuffix("s")
    known = (words.roles, words.documents, words.collectives, words.male_words, words.female_words)
    return any(noun.lower in kind or singular in kind for kind in known) or noun.lower in words.spokespeople
