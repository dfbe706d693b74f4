"""Changed dates, weekdays and times."""

from reviewer.matching.calendar import dates_agree, share_a_part
from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import ItemKind
from reviewer.model.evidence import DifferenceKind


def date_differences(block: Block, sides: Sides) -> list[Explained]:
    """Tell dates of the two sides apart, in order; one that agrees is only printed in another form."""
    if block.is_edge_run:
        return []
    mine = [item for item in block.claim if item.kind is ItemKind.DATE]
    theirs = [item for item in block.source if item.kind is ItemKind.DATE]
    done: list[Explained] = []
    for item in mine:
        assert item.date is not None
        agreeing = next((o for o in theirs if o.date and dates_agree(item.date, o.date)), None)
        other = agreeing or next((o for o in theirs if o.date and share_a_part(item.date, o.date)), None)
        if other is None:
            continue
        theirs.remove(other)
        kind = DifferenceKind.NUMBER_FORMAT if agreeing else DifferenceKind.DATE
        done.append(explained(kind, block, sides, [item], [other], harmless=bool(agreeing)))
    return done
