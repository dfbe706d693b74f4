"""What stands round a word: enough to tell whether two places are one and the same, as far as both can be read."""

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

import msgspec

from reviewer.text.needles_folding import Folded

ENOUGH = 8
"""Letters round a word that have to agree before a break counts as the end of what can be compared."""

HEADERS = frozenset(("from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject"))
"""Headers of mails, as parts of a file are named after them."""

_CUT_OFF = 24
_COMPARED = 24
_ERRORS_IN = 5
"""Sides read with faults may have one wrong letter in so many."""

_BREAK = re.compile("[\n\r\t\f\v\x1c-\x1e\x85\u2028\u2029¦]+")


class Side(msgspec.Struct, frozen=True):
    """Folded letters going outwards from a word; `breaks` are the counts of letters after which a line or piece ends.

    What follows a break may be something else wherever the same words stand in another order of lines.
    """

    letters: str
    breaks: frozenset[int]

    def ends_at(self, count: int) -> bool:
        """Return whether this side ends, or a line of it does, after so many letters."""
        return count == len(self.letters) or count in self.breaks


class Surroundings(msgspec.Struct, frozen=True):
    """Both sides of a word."""

    before: Side
    after: Side

    def agree_with(self, other: "Surroundings") -> int | None:
        """Return how many letters round both words are the same, None when the words stand in different places.

        Letters have to agree outwards until one of the two ends or a line does. Fewer than `ENOUGH` letters tell a
        place only when both stand alone there.
        """
        before, after = _agreed(self.before, other.before), _agreed(self.after, other.after)
        if before is None or after is None:
            return None
        if before + after >= ENOUGH:
            return before + after
        alone = all(
            side.ends_at(count)
            for side, count in (
                (self.before, before),
                (other.before, before),
                (self.after, after),
                (other.after, after),
            )
        )
        return before + after if alone else None


def surroundings(before: str, after: str) -> Surroundings:
    """Return the surroundings of a word between two texts."""
    return Surroundings(side_before(before), side_after(after))


def with_header(part: str, before: str) -> str:
    """Return what stands before a word in a mail's header as a message prints it: behind the header's name."""
    return f"{part}: {before}" if part in HEADERS and len(before) < _CUT_OFF else before


def side_before(text: str, cuts: Iterable[int] = ()) -> Side:
    """Return the side that a text before a word is; `cuts` are offsets at which it ends as at a break."""
    pieces = [Folded(piece).letters[::-1] for piece in reversed(_pieces(text, cuts))]
    return _side(pieces)


def side_after(text: str, cuts: Iterable[int] = ()) -> Side:
    """Return the side that a text behind a word is; `cuts` are offsets at which it ends as at a break."""
    return _side([Folded(piece).letters for piece in _pieces(text, cuts)])


def alike(printed: Surroundings, seen: Surroundings) -> bool:
    """Return whether surroundings that were read with faults are those that stand there, but for wrong letters.

    The near ends of both sides are compared, up to the ends of lines that leave enough letters to tell places apart.
    """
    return any(
        one + other >= ENOUGH and (wrong + wrong_behind) * _ERRORS_IN <= one + other
        for one, wrong in _comparisons(printed.before, seen.before)
        for other, wrong_behind in _comparisons(printed.after, seen.after)
    )


def _comparisons(mine: Side, theirs: Side) -> list[tuple[int, int]]:
    """Return how many letters up to each break, or as far as need be, can be compared, and how many of them differ."""
    most = min(len(mine.letters), len(theirs.letters), _COMPARED)
    lengths = {most, *(at for at in mine.breaks | theirs.breaks if at < most)}
    return [(length, _edits(mine.letters[:length], theirs.letters[: length + length // 4])) for length in lengths]


def _edits(first: str, second: str) -> int:
    """Return how many letters have to be put in, left out or changed to make the first the second's beginning.

    That is Levenshtein's distance to the nearest beginning of the second.
    """
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        diagonal, row[0] = row[0], at
        for other, wanted in enumerate(second, 1):
            diagonal, row[other] = row[other], min(row[other] + 1, row[other - 1] + 1, diagonal + (letter != wanted))
    return min(row)


def _pieces(text: str, cuts: Iterable[int]) -> list[str]:
    places = [0, *sorted(cuts), len(text)]
    return [piece for start, end in pairwise(places) for piece in _BREAK.split(text[start:end])]


def _side(pieces: list[str]) -> Side:
    return Side("".join(pieces), frozenset(accumulate(map(len, pieces[:-1]))))


def _agreed(mine: Side, theirs: Side) -> int | None:
    """Return how many letters agree up to the last break before the two part, None when there is none."""
    most = min(len(mine.letters), len(theirs.letters))
    pairs = enumerate(zip(mine.letters, theirs.letters, strict=False))
    count = next((at for at, (one, other) in pairs if one != other), most)
    if mine.ends_at(count) or theirs.ends_at(count):
        return count
    return max((at for at in mine.breaks | theirs.breaks if at < count), default=None)
