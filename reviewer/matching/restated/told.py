"""The clauses of a claim, read with the words that say who says it: these may deny or weaken what is said."""

import msgspec

from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case
from reviewer.matching.restated.clause import Clause
from reviewer.matching.restated.reading import read_clauses
from reviewer.matching.rules import word_list
from reviewer.model.geometry import Span

_SHORT_SENTENCE = 8
"""Items of a sentence after the passage up to which it goes on with it (`He has not.`, `I don't any more.`)."""


def passage_clauses(case: Case, rank: int) -> list[Clause]:
    """Return the clauses of a passage, read with the sentence before it and with what a short one after it adds."""
    passage = case.paraphrase.passages[rank]
    library, source = case.library, passage.source
    text = case.text_of(passage)
    around = library.sentences(source, Span(max(0, passage.span.start - 400), min(len(text), passage.span.end + 160)))
    before = [span for span in around if span.end <= passage.span.start][-1:]
    after = [span for span in around if span.start >= passage.span.end][:1]
    after = [span for span in after if len(library.passage_items(source, span)) <= _SHORT_SENTENCE]
    lead = [item for span in before for item in library.passage_items(source, span)]
    rest = [item for span in after for item in library.passage_items(source, span)]
    clauses = read_clauses([*lead, *passage.items, *rest], text, passage.voice)
    started = {item.start for item in (*passage.items, *rest)}
    return [
        clause for clause in clauses if any(word.item.start in started for word in clause.words) or clause.is_answer
    ]


def claim_clauses(case: Case) -> list[Clause]:
    """Return the clauses of a claim; only words that are part of what is said are compared."""
    items = case.paraphrase.items
    span = case.claim.span
    if not all(span.start <= item.start < span.end for item in items):
        return read_clauses(items, case.article.text)
    every = case.every_item()
    said = {item.start for item in items} | {item.start for item in every if _is_telling_cue(item, case)}
    found = []
    for clause in read_clauses(every, case.article.text):
        words = tuple(word for word in clause.words if word.item.start in said)
        values = tuple(item for item in clause.items if item.start in said)
        if words:
            found.append(msgspec.structs.replace(clause, words=words, items=values))
    return found


def _is_telling_cue(item: Item, case: Case) -> bool:
    """Return whether a word attributes the claim and says something as well (`called it a crisis`)."""
    tag = case.claim.attribution
    if tag is None or tag.cue_span is None or tag.cue.casefold() in word_list("plain_cues"):
        return False
    return tag.cue_span.start <= item.start < tag.cue_span.end
