"""Verbs that tell an attitude: "X welcomed Y", "X accused Y of Z", "X called it Z"."""

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.phrases import can_speak, subject_of
from reviewer.analysing.rules.said import Scene, content_round, is_denied, lemma_of, made
from reviewer.analysing.statement import Statement
from reviewer.text.wordlists import word_set

_SMALL_CLAUSE = ("oprd", "ccomp", "xcomp")


def attitude(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "X welcomed Y", "X accused Y of Z", "X called it Z", "X pleaded with them to"."""
    parse = scene.parse
    lemma = lemma_of(verb)
    words = lexicon()
    if lemma not in words.with_object and not _is_phrasal(parse, verb, lemma):
        return None
    if is_denied(parse, verb) or (lemma == "plead" and "guilty" in (one.lower for one in parse.subtree(verb))):
        return None
    subject = subject_of(parse, verb)
    if subject is None or not can_speak(subject) or verb.dep == "acl":
        return None
    objects = [
        child for child in parse.children(verb) if child.index > verb.index and child.dep not in ("punct", "cc", "conj")
    ]
    if not objects or (lemma in words.needs_support and not _is_supported(parse, verb, objects)):
        return None
    said = [word for child in objects for word in parse.subtree(child)]
    return made(parse, verb, subject, content_round(parse, said, verb, subject), "attitude")


def _is_phrasal(parse: Parse, verb: ParsedWord, lemma: str) -> bool:
    return lemma == "call" and any(
        child.lower in ("for", "on", "upon") for child in parse.children(verb, "prep", "prt")
    )


def _is_supported(parse: Parse, verb: ParsedWord, objects: list[ParsedWord]) -> bool:
    """Return whether a verb with other meanings (call a meeting, dismiss staff) judges something here."""
    words = lexicon()
    near = parse.words[verb.index + 1 : verb.index + 9]
    stop = next((place for place, word in enumerate(near) if word.text in ",;:"), len(near))
    if any(word.tag in ("``", "''") or word.text in "“‘" for word in near[:stop]):
        return True
    for child in objects:
        called_for = child.lower in ("for", "on", "to") and child.index == verb.index + 1
        if child.dep in _SMALL_CLAUSE or child.lower in ("as", "that") or called_for:
            return True
        if any(word.tag in ("``", "''") or word.lower == "as" for word in parse.subtree(child)):
            return True
        if child.lower.removesuffix("s") in words.nouns | words.documents:
            return True
    return False


def put_at(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "monitors put the number at four": somebody's estimate of a quantity."""
    parse = scene.parse
    measured = parse.child(verb, "dobj", "dative")
    if not verb.is_verb or verb.lower not in word_set("cues", "estimating") or measured is None:
        return None
    subject = subject_of(parse, verb)
    figures = [
        word
        for at in parse.children(verb, "prep") + parse.children(measured, "prep")
        if at.lower in ("at", "as")
        for word in parse.subtree(at)
        if word.tag == "CD" or word.text in "£$€%"
    ]
    putting = verb.lower in ("put", "puts", "putting", "place", "places", "placed")
    if subject is None or not figures or is_denied(parse, verb) or verb.dep == "acl":
        return None
    if putting and measured.lower not in word_set("cues", "measured") | {"it", "them", "that", "this"}:
        return None
    if not (can_speak(subject) or subject.tag == "NNS"):
        return None
    said = [word for child in parse.children(verb) if child.index > verb.index for word in parse.subtree(child)]
    return made(parse, verb, subject, content_round(parse, said, verb, subject), "put at")


def done_by(scene: Scene, verb: ParsedWord) -> Statement | None:
    """Find "X was described by Y as Z"."""
    parse = scene.parse
    lemma = lemma_of(verb)
    if not lemma or lemma in lexicon().refusals or verb.tag != "VBN" or is_denied(parse, verb):
        return None
    by = parse.child(verb, "agent")
    speaker = parse.child(by, "pobj") if by is not None else None
    if by is None or speaker is None or not can_speak(speaker) or parse.child(verb, "nsubjpass") is None:
        return None
    if lemma in lexicon().needs_support and not _is_supported(parse, verb, parse.children(verb)):
        return None
    dropped = {word.index for word in parse.subtree(by)} | {verb.index}
    said = [word for word in parse.subtree(verb) if word.index not in dropped]
    return made(parse, verb, speaker, (parse.span(said),), "done by") if said else None
