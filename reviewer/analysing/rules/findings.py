"""Findings without a clause: "police reported no arrests", "judges found 14 errors", "in the paper it is given as"."""

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.phrases import mention_of, subject_of
from reviewer.analysing.rules.said import Scene, content_round, is_denied, made
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_PASSIVES = frozenset(("nsubjpass", "auxpass"))


def found_thing(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "the fire brigade reported no injuries" and "the auditors found 14 errors".

    Whoever reports is an authority and no firm, which reports its own results; whoever finds is one that judges, since
    anybody may find a purse.
    """
    parse = scene.parse
    thing = parse.child(verb, "dobj")
    if not verb.is_verb or thing is None or thing.index < verb.index or parse.child(verb, *_PASSIVES) is not None:
        return None
    lemma = lexicon().cue(verb.text)
    if lemma not in ("report", "find") or is_denied(parse, verb) or verb.dep in ("acl", "relcl", "advcl"):
        return None
    subject = subject_of(parse, verb)
    if subject is None or not (_judges(subject) or (lemma == "report" and _is_authority(subject))):
        return None
    said = [word for child in parse.children(verb) if child.index > verb.index for word in parse.subtree(child)]
    return made(parse, verb, subject, content_round(parse, said, verb, subject), "found thing")


def _judges(noun: ParsedWord) -> bool:
    known = word_set("people", "those_who_judge") | lexicon().documents
    return noun.lower in known


def _is_authority(noun: ParsedWord) -> bool:
    kind = lexicon().collectives.get(noun.lower)
    return kind == "public" or noun.lower in word_set("people", "authorities")


def given_in(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "in the paper the rate is given as 22 percent" and "the price is put at £3 in the contract"."""
    parse = scene.parse
    if verb.tag != "VBN" or verb.lower not in word_set("cues", "given_in") or is_denied(parse, verb):
        return None
    subject = parse.child(verb, "nsubjpass")
    within = [word for word in parse.subtree(verb) if _is_in_document(parse, word)]
    if subject is None or not within or not _tells_value(parse, verb):
        return None
    phrase = within[0]
    noun = parse.child(phrase, "pobj")
    if noun is None or parse.child(noun, "det", "poss") is None:
        return None
    dropped = {word.index for word in parse.subtree(phrase)}
    said = [word for word in parse.subtree(verb) if word.index not in dropped and word.text not in ",.;"]
    mention = mention_of(parse, noun)
    tag = Span(phrase.start, mention.end)
    return Statement((parse.span(said),), Span(verb.start, verb.end), tag, "given in", mention)


def _is_in_document(parse: Parse, word: ParsedWord) -> bool:
    noun = parse.child(word, "pobj") if word.dep == "prep" and word.lower in ("in", "on") else None
    return noun is not None and noun.lower in lexicon().documents


def _tells_value(parse: Parse, verb: ParsedWord) -> bool:
    """Return whether what is given follows: "as 22 percent", "at £3m", "to be false"."""
    follows = [child for child in parse.children(verb) if child.index > verb.index]
    return any(child.lower in ("as", "at", "by") or child.dep in ("xcomp", "oprd") for child in follows)
