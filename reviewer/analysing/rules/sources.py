"""Attribution without a verb of saying: "according to X", "X's claim that"."""

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.phrases import mention_of, subject_of
from reviewer.analysing.rules.said import Scene, is_denied, trimmed
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set


def according_to(scene: Scene, word: ParsedWord) -> Statement | None:
    """Find "according to X", wherever it stands; the longer side of the sentence is what X says."""
    parse = scene.parse
    if word.lower != "according":
        return None
    to = parse.child(word, "prep")
    noun = parse.child(to, "pobj") if to is not None else None
    if to is None or noun is None:
        return None
    mention = mention_of(parse, noun)
    tag = {one.index for one in parse.subtree(word)}
    said = [one for one in parse.within(scene.sentence) if one.index not in tag and one.start >= 0]
    stretches = _stretches_beside(said, word)
    content = tuple(parse.span(stretch) for stretch in stretches if stretch)
    if not content:
        return None
    cue = Span(word.start, to.end)
    return Statement(content, cue, Span(word.start, max(mention.end, to.end)), "according to", mention)


def _stretches_beside(said: list[ParsedWord], phrase: ParsedWord) -> list[list[ParsedWord]]:
    before = trimmed([word for word in said if word.index < phrase.index])
    after = trimmed([word for word in said if word.index > phrase.index])
    lead = [word for word in said if word.index < phrase.index]
    if lead and lead[-1].lower == "that" and len(after) > 1:
        return [after]
    return [before] if len(before) > len(after) else [stretch for stretch in (before, after) if len(stretch) > 1]


def reporting_noun(scene: Scene, noun: ParsedWord) -> Statement | None:
    """Find "Smith's claim that X", "the company's statement that X" and "Smith gave evidence that X"."""
    parse = scene.parse
    if not noun.tag.startswith("NN") or noun.lower.removesuffix("s") not in lexicon().nouns:
        return None
    verb = _giving(parse, noun)
    clauses = [*parse.children(noun, "acl", "ccomp", "relcl"), *(parse.children(verb, "ccomp") if verb else ())]
    clause = next((one for one in clauses if parse.child(one, "mark") is not None), None)
    owner = parse.child(noun, "poss")
    giver = subject_of(parse, verb) if verb is not None and owner is None else None
    if clause is None or (owner is None and giver is None):
        return None
    content = trimmed(parse.subtree(clause))
    if owner is not None:
        mention = parse.span(parse.subtree(owner, frozenset(child.index for child in parse.children(owner, "case"))))
    elif giver is not None:
        mention = mention_of(parse, giver)
    return Statement(
        (parse.span(content),), Span(noun.start, noun.end), Span(mention.start, noun.end), "reporting noun", mention
    )


def _giving(parse: Parse, noun: ParsedWord) -> ParsedWord | None:
    """Return the verb by which somebody makes a statement: give evidence, voice fears, issue a warning."""
    head = parse.head(noun)
    if head is None or noun.dep != "dobj" or head.lower not in word_set("cues", "giving") or is_denied(parse, head):
        return None
    return head
