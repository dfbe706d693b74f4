"""Attributions found over the parse: the full pass."""

from collections.abc import Callable

from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.rules.attitudes import attitude, done_by, put_at
from reviewer.analysing.rules.clauses import inverted, reported_clause, said_aside
from reviewer.analysing.rules.findings import found_thing, given_in
from reviewer.analysing.rules.said import Scene
from reviewer.analysing.rules.sources import according_to, reporting_noun
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span

RULES: tuple[Callable[[Scene, ParsedWord], Statement | None], ...] = (
    reported_clause,
    attitude,
    said_aside,
    inverted,
    according_to,
    reporting_noun,
    done_by,
    put_at,
    found_thing,
    given_in,
)
"""Each looks at one word as a possible cue; the first that finds an attribution wins."""


def find_by_syntax(parse: Parse, sentence: Span) -> list[Statement]:
    """Return the attributions of one sentence of a parsed paragraph, in the order of their cues."""
    scene = Scene(parse, sentence)
    found: list[Statement] = []
    for word in parse.within(sentence):
        statement = next(filter(None, (rule(scene, word) for rule in RULES)), None)
        if statement is not None:
            found.append(statement)
    return found
