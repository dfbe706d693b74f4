"""Verbs of saying with a clause: "X said that Y", "X, Y said", "X, read the statement"."""

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.phrases import can_speak, subject_of
from reviewer.analysing.rules.said import Scene, content_round, is_denied, lemma_of, made
from reviewer.analysing.statement import Statement
from reviewer.text.wordlists import word_set

_COMPLEMENTS = ("ccomp", "xcomp")
_SHORTEST = 2
_DATING = frozenset(("after", "before", "since", "despite", "upon", "without"))


def reported_clause(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "X said that Y", "X told Z that Y", "a statement claiming Y", "by saying Y"."""
    parse = scene.parse
    lemma = lemma_of(verb)
    words = lexicon()
    if not lemma or lemma in words.refusals or is_denied(parse, verb):
        return None
    if verb.tag == "VBN" and verb.dep in ("advcl", "acl", "amod") and parse.child(verb, "nsubj", "aux") is None:
        return None
    if _is_told_by_the_way(parse, verb):
        return None
    clauses = [child for child in parse.children(verb, *_COMPLEMENTS) if _is_reported(parse, verb, child, lemma)]
    if not clauses:
        return _clause_taken_for_another(scene, verb, lemma)
    subject = subject_of(parse, verb)
    if subject is None or (words.tier(lemma) != "reporting" and not can_speak(subject)):
        return None
    if subject.lower in ("it", "there") and clauses[0].index > verb.index and parse.child(verb, "nsubjpass"):
        return None
    others = _said_by_others(parse, clauses)
    said = [word for clause in clauses for word in parse.subtree(clause) if word.index not in others]
    return made(parse, verb, subject, content_round(parse, said, verb, subject), "reported clause")


def _is_told_by_the_way(parse: Parse, verb: ParsedWord) -> bool:
    """Return whether saying only dates what the newsroom tells: "He stepped down after admitting that …"."""
    head = parse.head(verb)
    return verb.tag == "VBG" and verb.dep == "pcomp" and head is not None and head.lower in _DATING


def _clause_taken_for_another(scene: Scene, verb: ParsedWord, lemma: str) -> Statement | None:
    """Find "They estimated by 2050, demand would rise": a clause without "that" that the parse hangs beside the verb.

    Two verbs beside each other without "and" between them are a verb of saying and what was said.
    """
    parse, words = scene.parse, lexicon()
    subject = parse.child(verb, "nsubj")
    if lemma not in words.reporting | words.finding or subject is None or not subject.index < verb.index:
        return None
    beside = next((child for child in parse.children(verb, "conj") if child.is_verb and child.index > verb.index), None)
    if beside is None or parse.children(verb, "cc") or not can_speak(subject):
        return None
    between = parse.words[verb.index + 1 : beside.index]
    said = [word for word in parse.within(scene.sentence) if word.index > verb.index]
    if len(between) < _SHORTEST or between[0].text in ",;:—–" or any(word.text in ";:" for word in between):
        return None
    finite = beside.tag in ("VBD", "VBZ", "VBP") or parse.child(beside, "aux") is not None
    return made(parse, verb, subject, content_round(parse, said, verb, subject), "reported clause") if finite else None


def _said_by_others(parse: Parse, clauses: list[ParsedWord]) -> set[int]:
    """Return the words of ", with the union warning that Y" behind a clause: they are not its speaker's."""
    taken: set[int] = set()
    for clause in clauses:
        for phrase in parse.children(clause, "prep"):
            verb = parse.child(phrase, "pcomp")
            after_comma = phrase.index > 0 and parse.words[phrase.index - 1].text == ","
            if phrase.lower == "with" and after_comma and verb is not None and verb.tag == "VBG" and lemma_of(verb):
                taken |= {word.index for word in parse.words if word.index >= phrase.index}
    return taken


def _is_reported(parse: Parse, verb: ParsedWord, clause: ParsedWord, lemma: str) -> bool:
    if clause.dep == "xcomp":
        to = parse.child(clause, "aux", "mark")
        wants = lemma in lexicon().with_infinitive and verb.dep not in ("acl", "relcl", "amod")
        return wants and to is not None
    if lemma in ("call", "describe", "label", "hold", "read", "consider") and clause.index > verb.index:
        return lemma in ("read", "hold") and parse.child(clause, "nsubj", "nsubjpass") is not None
    return len(parse.subtree(clause)) >= _SHORTEST and not _describes_object(parse, verb, clause, lemma)


def _describes_object(parse: Parse, verb: ParsedWord, clause: ParsedWord, lemma: str) -> bool:
    """Return whether a clause belongs to the object of a verb that addresses nobody: "recalls 400 locks that open"."""
    thing = next((child for child in parse.children(verb, "dobj") if verb.index < child.index < clause.index), None)
    return thing is not None and thing.lower != "it" and lemma not in word_set("cues", "addressing")


def said_aside(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "X, Vass-Holloway said, Y": the rest of the sentence is what was said."""
    parse = scene.parse
    lemma = lemma_of(verb)
    if lemma not in lexicon().reporting or verb.dep not in ("parataxis", "ccomp", "advcl") or is_denied(parse, verb):
        return None
    subject = parse.child(verb, "nsubj")
    if subject is None or (verb.dep != "parataxis" and not _between_commas(parse, verb, subject)):
        return None
    tag = {word.index for word in parse.subtree(verb) if word.dep != "ccomp"}
    said = [word for word in parse.within(scene.sentence) if word.index not in tag]
    return (
        made(parse, verb, subject, content_round(parse, said, verb, subject), "said aside") if len(said) > 2 else None
    )


def _between_commas(parse: Parse, verb: ParsedWord, subject: ParsedWord) -> bool:
    first, last = min(verb.index, subject.index), max(verb.index, subject.index)
    left = parse.words[first - 1].text if first else ""
    right = parse.words[last + 1].text if last + 1 < len(parse.words) else "."
    return left in (",", "—", "–") and right in (",", ".", "—", "–", ";")


def inverted(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "X, read the statement": the noun after the cue is the speaker."""
    parse = scene.parse
    lemma = lemma_of(verb)
    words = lexicon()
    if lemma not in words.reporting | words.finding or is_denied(parse, verb) or parse.child(verb, "nsubj"):
        return None
    clause = parse.child(verb, "ccomp")
    speaker = parse.child(verb, "dobj", "nsubj", "attr")
    if clause is None or speaker is None or not clause.index < verb.index < speaker.index or not can_speak(speaker):
        return None
    return made(parse, verb, speaker, content_round(parse, parse.subtree(clause), verb, speaker), "inverted")
