"""Which of a claim's passages comes first: the one from which its figure follows, before those with its words."""

import msgspec

from reviewer.matching.arithmetic import direction_of, follows_from
from reviewer.matching.extent import table_round
from reviewer.matching.restated.check import Case

_MOST_VALUES = 16


def with_table_first(case: Case) -> Case:
    """Return the case with a passage in a small table first, when a figure of the claim follows from that table.

    Only when the first passage gives none of the claim's figures itself.
    """
    figures = [item.quantity for item in case.paraphrase.items if item.quantity]
    passages = case.paraphrase.passages
    if not figures or any(hit.point.item.quantity for hit in passages[0].hits):
        return case
    direction = direction_of(case.paraphrase.items)
    for passage in passages[1:]:
        table = table_round(case.text_of(passage), passage.span)
        rows = case.library.passage_items(passage.source, table) if table else ()
        values = [item.quantity for item in rows if item.quantity][:_MOST_VALUES]
        if any(follows_from(figure, values, direction) for figure in figures):
            ordered = (passage, *(other for other in passages if other is not passage))
            return msgspec.structs.replace(case, paraphrase=msgspec.structs.replace(case.paraphrase, passages=ordered))
    return case
