"""Changed dates, weekdays and times."""

from reviewer.matching.calendar import dates_agree, share_a_part
from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item, ItemKind
from reviewer.model.evidence import DifferenceKind
from reviewer.text.dates import DateMention


def date_differences(block: Block, sides: Sides) -> list[Explained]:
    """Tell dates of the two sides apart, in order; one that agrees is only printed in another form."""
    if block.is_edge_run:
        return []
    mine = [item for item in block.claim if item.kind is ItemKind.DATE]
    theirs = [item for item in block.source if item.kind is ItemKind.DATE]
    done: list[Explained] = []
    for item in mine:
        assert item.date is not None
        agreeing = next((o for o in theirs if o.date and _agree(item, o, sides)), None)
        other = agreeing or next((o for o in theirs if o.date and _comparable(item.date, o.date)), None)
        if other is None:
            continue
        theirs.remove(other)
        kind = DifferenceKind.NUMBER_FORMAT if agreeing else DifferenceKind.DATE
        done.append(explained(kind, block, sides, [item], [other], harmless=bool(agreeing)))
    return done


def _agree(mine: Item, other: Item, sides: Sides) -> bool:
    """Return whether two dates agree; in a quotation other words for a day that cannot be told are other words."""
    assert mine.date is not None
    assert other.date is not None
    if sides.profile is not None and not mine.date.iso and not other.date.iso and mine.form != other.form:
        return False
    return dates_agree(mine.date, other.date)


def _comparable(mine: DateMention, other: DateMention) -> bool:
    return share_a_part(mine, other) or (not mine.iso and not other.iso)
