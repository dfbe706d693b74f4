"""Joins what wording and parse found in one sentence."""

from collections.abc import Sequence

import msgspec

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse
from reviewer.analysing.rules.phrases import mention_of, subject_of
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span

_SURE = ("name and colon", "court heard", "signed", "put it", "according to", "beside quote", "own words", "stance")
"""Rules of wording that need no verb of saying."""


def merge(
    by_wording: Sequence[Statement], by_syntax: Sequence[Statement], parse: Parse, quotes: Sequence[Span]
) -> list[Statement]:
    """Return one attribution for each cue.

    Beside a quotation the wording is surer of what the tag is, elsewhere the parse is surer of everything; a cue
    that only the wording found counts unless the parse takes it for something other than a verb.
    """
    merged = {statement.cue.start: statement for statement in by_syntax}
    for statement in by_wording:
        parsed = merged.get(statement.cue.start)
        if parsed is None:
            if statement.rule in _SURE or _is_cue(parse, statement, quotes) or _judges_aside(statement, quotes):
                merged[statement.cue.start] = _with_subject(statement, parse)
        elif any(_beside(statement.tag, quote) for quote in quotes) or statement.rule == "according to":
            merged[statement.cue.start] = _with_speaker(statement, parsed)
        else:
            longer = _with_named_aside(parse, statement.speaker, parsed.speaker)
            merged[statement.cue.start] = msgspec.structs.replace(parsed, tag=statement.tag, speaker=longer)
    return [merged[start] for start in sorted(merged)]


def _with_subject(statement: Statement, parse: Parse) -> Statement:
    """Return an attribution with the subject that the parse gives it: "X admitted it, writing …"."""
    verb = next(parse.within(statement.cue), None)
    if statement.rule == "name and colon":
        verb = next((word for word in parse.within(statement.tag) if parse.child(word, "nsubj") is not None), None)
    elif statement.rule != "by saying":
        return statement
    if verb is None or not verb.is_verb:
        return statement
    subject = subject_of(parse, verb)
    return statement if subject is None else msgspec.structs.replace(statement, speaker=mention_of(parse, subject))


def _with_named_aside(parse: Parse, worded: Span | None, parsed: Span | None) -> Span | None:
    """Return the parse's mention, or the longer one when the wording takes in the name that follows a role."""
    if worded is None or parsed is None:
        return parsed
    after = next((word for word in parse.words if word.start >= parsed.end), None)
    goes_on = after is not None and after.text == "," and worded.start == parsed.start and worded.end > parsed.end
    return worded if goes_on else parsed


def _with_speaker(statement: Statement, parsed: Statement) -> Statement:
    if statement.speaker is not None and parsed.speaker is not None and statement.speaker.contains(parsed.speaker):
        return statement
    if statement.speaker is None or (parsed.speaker is not None and parsed.speaker.overlap(statement.speaker)):
        return msgspec.structs.replace(statement, speaker=parsed.speaker)
    return statement


def _beside(tag: Span, quote: Span) -> bool:
    return -3 <= tag.start - quote.end <= 3 or -3 <= quote.start - tag.end <= 3


def _judges_aside(statement: Statement, quotes: Sequence[Span]) -> bool:
    """Return whether a quotation follows a cue after an aside: "A man, who would not be named, called it ‘…’"."""
    after_aside = statement.speaker is not None and statement.cue.start - statement.speaker.end > 3
    return after_aside and any(quote.start >= statement.cue.end for quote in quotes)


def _follows_document(parse: Parse, statement: Statement) -> bool:
    """Return whether a tag begins with a document after a comma: "..., accounts filed on Friday show"."""
    first = next(parse.within(statement.tag), None)
    leads = first is not None and first.index > 0 and parse.words[first.index - 1].text == ","
    words = list(parse.within(statement.speaker)) if statement.speaker is not None else []
    return leads and any(word.lower in lexicon().documents for word in words[:4])


def _is_cue(parse: Parse, statement: Statement, quotes: Sequence[Span]) -> bool:
    """Return whether the parse leaves a cue standing: an active verb, or a noun where a report is told by more.

    The parse takes a verb for a noun now and then ("claims", "reports"); it is believed unless a quotation stands
    beside the tag or "that" follows, so that "1,312 calls for help" speaks for nobody.
    """
    verb = next(parse.within(statement.cue), None)
    if verb is None or verb.lower == "according":
        return True
    if verb.tag.startswith("NN"):
        following = parse.words[verb.index + 1].lower if verb.index + 1 < len(parse.words) else ""
        before = any(said.end <= statement.tag.start for said in statement.content)
        closes = before and following in (",", ".") and (verb.tag == "NNS" or _follows_document(parse, statement))
        misread = following == "that" and verb.dep not in ("pobj", "dobj", "conj")
        told = statement.rule == "reporting noun" or misread or closes
        return told or any(_beside(statement.tag, quote) for quote in quotes)
    leads = next((word for word in reversed(parse.words) if word.start < statement.tag.start), None)
    if statement.rule == "tag" and leads is not None and leads.lower == "as":
        return True
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None
    reduced = verb.tag == "VBN" and verb.dep in ("acl", "amod") and parse.child(verb, "aux", "nsubj") is None
    return verb.is_verb and not passive and not reduced
