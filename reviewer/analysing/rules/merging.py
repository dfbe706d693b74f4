"""Joins what wording and parse found in one sentence."""

from collections.abc import Sequence

import msgspec

from reviewer.analysing.parse import Parse
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span

_SURE = ("name and colon", "court heard")
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
            if statement.rule in _SURE or _is_verb(parse, statement.cue) or _judges_aside(statement, quotes):
                merged[statement.cue.start] = statement
        elif any(_beside(statement.tag, quote) for quote in quotes) or statement.rule == "according to":
            merged[statement.cue.start] = _with_speaker(statement, parsed)
        else:
            merged[statement.cue.start] = msgspec.structs.replace(parsed, tag=statement.tag)
    return [merged[start] for start in sorted(merged)]


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


def _is_verb(parse: Parse, cue: Span) -> bool:
    """Return whether the parse leaves a cue standing: an active verb, or a reporting noun."""
    verb = next(parse.within(cue), None)
    if verb is None or verb.lower == "according":
        return True
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None
    reduced = verb.tag == "VBN" and verb.dep in ("acl", "amod") and parse.child(verb, "aux", "nsubj") is None
    return (verb.is_verb and not passive and not reduced) or verb.tag.startswith("NN")
