"""Claims that say the same in several places (headline, standfirst, lead) stand together in the list."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.gui.claim_rows import ClaimRow, Tie


def grouped(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return the rows with every group drawn up to its first one, and the order of everything else kept.

    Two rows belong together when their claims name each other as duplicates, directly or over others of the rows
    given; each row of a group of several is told where it stands in it.
    """
    ordered: list[ClaimRow] = []
    placed: set[str] = set()
    for row in rows:
        if not row.claim.duplicates:
            ordered.append(row)
        elif row.claim.id not in placed:
            members = members_of(row, rows)
            placed |= {one.claim.id for one in members}
            ordered += _tied(members) if len(members) > 1 else members
    return ordered


def members_of(row: ClaimRow, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return those of the rows that say the same as this one, itself among them, in their order."""
    by_claim = {one.claim.id: one for one in rows}
    found, waiting = {row.claim.id}, [row]
    while waiting:
        for other in waiting.pop().claim.duplicates:
            if other in by_claim and other not in found:
                found.add(other)
                waiting.append(by_claim[other])
    return [one for one in rows if one.claim.id in found]


def _tied(members: Sequence[ClaimRow]) -> list[ClaimRow]:
    last = len(members) - 1
    return [
        replace(row, tie=Tie.FIRST if at == 0 else Tie.LAST if at == last else Tie.INNER)
        for at, row in enumerate(members)
    ]
