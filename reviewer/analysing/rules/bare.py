"""Attributions without a verb of saying, by wording: "according to X", "X: “…”", "“…” — X", "as X put it"."""

from collections.abc import Iterator, Sequence

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.pieces import Piece
from reviewer.analysing.rules.subjects import mention_start, span_of, subject_after, subject_before
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_LABELS = word_set("grammar", "headline_labels")
_LONGEST_SIGNATURE = 9


def according_to(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find "according to X", "in the words of X" and ", per X" before or after what X says."""
    for at in range(len(pieces) - 1):
        length = _phrase_at(pieces, at)
        subject = subject_after(pieces, at + length - 1) if length else None
        if subject is None:
            continue
        first, last = at, subject[1]
        before = trimmed(pieces, 0, first - 1)
        after = trimmed(pieces, last + 1, len(pieces) - 1)
        content = tuple(span for span in (before, after) if span is not None and span.length > 1)
        if first and pieces[first - 1].lower == "that" and after is not None:
            content = (_behind_comma(pieces, last + 1) or after,)
        elif first == 0 or (before is not None and before.length > 1):
            content = (before,) if before is not None and before.length > 1 else content
        if content:
            cue = Span(pieces[at].start, pieces[at + length - 1].end)
            yield Statement(content, cue, span_of(pieces, first, last), "according to", span_of(pieces, *subject))


def _behind_comma(pieces: Sequence[Piece], at: int) -> Span | None:
    """Return what follows the next comma: "that, according to a post made last night, the site is down"."""
    comma = next((place for place in range(at, len(pieces)) if pieces[place].text == ","), None)
    return trimmed(pieces, comma + 1, len(pieces) - 1) if comma is not None else None


def _phrase_at(pieces: Sequence[Piece], at: int) -> int:
    """Return how many pieces an attributing phrase takes at a place, 0 for none; "per" only after a comma."""
    lower = [piece.lower for piece in pieces[at : at + 6]]
    if lower[:2] == ["according", "to"]:
        return 2
    if lower[:2] == ["in", "the"] and "of" in lower[3:5]:
        stop = lower.index("of", 3)
        return stop + 1 if lower[stop - 1] in word_set("cues", "ways_of_speaking") else 0
    names_source = at + 1 < len(pieces) and (
        pieces[at + 1].lower in word_set("grammar", "determiners") or pieces[at + 1].text[0].isupper()
    )
    return int(pieces[at].lower == "per" and at > 0 and pieces[at - 1].text == "," and names_source)


def named_before_colon(pieces: Sequence[Piece], found: Sequence[Statement]) -> Iterator[Statement]:
    """Find `Dr Matthias Lindqvist, co-author: "X"`: a name that leads up to a colon and a quotation, with no cue."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text != ":" or not pieces[at + 1].is_quote or found:
            continue
        last = next((place for place in range(at) if pieces[place].text in ",(—–"), at) - 1
        if (
            pieces[0].lower in _LABELS
            or last < 0
            or last > 7
            or not any(piece.is_word and piece.text[0].isupper() for piece in pieces[: last + 1])
        ):
            continue
        colon = pieces[at].span
        yield Statement(
            (pieces[at + 1].span,), colon, Span(pieces[0].start, colon.end), "name and colon", span_of(pieces, 0, last)
        )


def signed(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find `“X” — Ann Dale, harbour master`: a quotation set off on its own with a dash and whoever said it."""
    at = next((place for place, piece in enumerate(pieces) if piece.is_quote), len(pieces))
    if at + 2 >= len(pieces) or pieces[at + 1].text not in "—–-" or (at and pieces[at - 1].text != ":"):
        return
    rest = pieces[at + 2 :]
    words = [piece for piece in rest if piece.is_word]
    last = next((place for place, piece in enumerate(rest) if piece.text in ",.("), len(rest)) - 1
    if len(words) > _LONGEST_SIGNATURE or last < 0 or any(lexicon().cue(piece.text) for piece in words):
        return
    if rest[0].is_word and rest[0].text[0].isupper() and rest[last].is_word:
        dash = pieces[at + 1].span
        speaker = span_of(pieces, at + 2, at + 2 + last)
        yield Statement((pieces[at].span,), dash, Span(dash.start, speaker.end), "signed", speaker)


def put_it(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find "It was, as Ann Dale put it, “X”", and "Ann Dale put it this way: “X”"."""
    for at, piece in enumerate(pieces[:-1]):
        if piece.lower not in ("put", "puts") or pieces[at + 1].lower != "it" or at == 0 or not pieces[at - 1].is_word:
            continue
        start = mention_start(pieces, at - 1)
        quotes = [other.span for other in pieces if other.is_quote or other.text in "“‘"]
        opens = start is not None and (start == 0 or pieces[start - 1].lower == "as" or pieces[start - 1].text in ",;")
        if start is not None and opens and quotes:
            tag = span_of(pieces, start, at + 1)
            said = [trimmed(pieces, 0, start - 2), trimmed(pieces, at + 2, len(pieces) - 1)]
            content = tuple(stretch for stretch in said if stretch is not None)
            yield Statement(content, piece.span, tag, "put it", span_of(pieces, start, at - 1))


def beside_quote(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find “X,” it began, “X,” sang the crowd and “X,” she went on: verbs that report only right after a quotation."""
    for at, piece in enumerate(pieces):
        goes_on = piece.lower in ("went", "goes") and at + 1 < len(pieces) and pieces[at + 1].lower == "on"
        if not goes_on and piece.lower not in word_set("cues", "beside_quotes"):
            continue
        last = at + 1 if goes_on else at
        inverted = at > 0 and pieces[at - 1].is_quote
        subject = subject_after(pieces, last) if inverted else subject_before(pieces, at)
        first = min(subject[0], at) if subject is not None else 0
        leads = subject is not None and first == 0 and [one.text for one in pieces[last + 1 : last + 2]] == [":"]
        if subject is not None and leads and any(one.is_quote for one in pieces[last + 2 : last + 3]):
            said, tag = pieces[last + 2].span, span_of(pieces, 0, last)
            yield Statement((said,), span_of(pieces, at, last), tag, "beside quote", span_of(pieces, *subject))
        elif subject is not None and first > 0 and pieces[first - 1].is_quote:
            tag = span_of(pieces, first, max(subject[1], last))
            cue = span_of(pieces, at, last)
            yield Statement((pieces[first - 1].span,), cue, tag, "beside quote", span_of(pieces, *subject))


def trimmed(pieces: Sequence[Piece], first: int, last: int) -> Span | None:
    """Return the stretch between two pieces without punctuation and joining words at its ends."""
    skipped = frozenset(("but", "and", "that"))
    while (
        first <= last and not pieces[first].is_quote and (not pieces[first].is_word or pieces[first].lower in skipped)
    ):
        if pieces[first].text in "£$€#“‘\"'(":
            break
        first += 1
    while last >= first and pieces[last].text in ".,;:—–":
        last -= 1
    return span_of(pieces, first, last) if first <= last else None
