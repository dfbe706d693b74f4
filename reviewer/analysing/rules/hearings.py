"""What a court, jury or inquiry heard: reported words whose speaker is not printed."""

from collections.abc import Iterator, Sequence

from reviewer.analysing.pieces import Piece
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_HELPERS = frozenset(("has", "had", "have", "also", "later", "earlier", "previously", "then", "was", "were", "been"))


def told_in_court(pieces: Sequence[Piece], found: Sequence[Statement]) -> Iterator[Statement]:
    """Find "the court heard that X", "jurors were told X" and "X, the inquest heard": the hearing stands in as speaker.

    Not where the sentence has an attribution already: "the court heard, said Ann Dale".
    """
    if found:
        return
    for at, piece in enumerate(pieces):
        if piece.lower not in ("heard", "hears", "told") or at == 0:
            continue
        last = at - 1
        helpers = set()
        while last > 0 and pieces[last].lower in _HELPERS:
            helpers.add(pieces[last].lower)
            last -= 1
        if pieces[last].lower not in word_set("cues", "hearings") or (piece.lower == "told") != bool(_passive(helpers)):
            continue
        first = _start(pieces, last)
        content = _content(pieces, first, at)
        if content is not None:
            tag = Span(pieces[first].start, piece.end)
            yield Statement((content,), piece.span, tag, "court heard", Span(pieces[first].start, pieces[last].end))
            return


def _passive(helpers: set[str]) -> set[str]:
    return helpers & {"was", "were", "been"}


def _start(pieces: Sequence[Piece], last: int) -> int:
    at = last
    while at > 0 and pieces[at - 1].is_word and last - at < 4:
        at -= 1
        if pieces[at].lower in ("the", "an", "a", "this"):
            break
    return at if pieces[at].lower in ("the", "an", "a", "this") else last


def _content(pieces: Sequence[Piece], first: int, cue: int) -> Span | None:
    """Return the clause after the cue, else the one before the tag."""
    after = [piece for piece in pieces[cue + 1 :] if piece.is_word or piece.is_quote]
    if after and after[0].lower == "that":
        after = after[1:]
    elif after and after[0].lower in word_set("cues", "things_heard"):
        return None
    if len(after) > 1:
        return Span(after[0].start, after[-1].end)
    before = [piece for piece in pieces[:first] if piece.is_word or piece.is_quote]
    closes = first > 0 and pieces[first - 1].text in ",—–"
    return Span(before[0].start, before[-1].end) if closes and len(before) > 2 else None
