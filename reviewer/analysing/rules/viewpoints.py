"""Whose view it is without a verb of saying: "in Ann Dale's words", "Dale was adamant that", "Dale let slip that"."""

from collections.abc import Iterator, Sequence

from reviewer.analysing.pieces import Piece
from reviewer.analysing.rules.bare import trimmed
from reviewer.analysing.rules.subjects import mention_start, span_of, subject_before
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_BE = word_set("grammar", "forms_of_be")
_NOBODY = frozenset(("it", "there", "this", "that", "what", "which", "one", "nobody", "everything", "all"))
_OWNERS = frozenset(("his", "her", "their", "its"))
_SIDES = frozenset(("in", "on", "by"))
_OWN = frozenset(("own", "final", "latest", "first", "last", "considered", "blunt", "own,"))
_SEEMS = _BE | frozenset(("seems", "seemed", "looks", "looked", "remains", "remained", "means", "meant", "represents"))
_MARKS = frozenset('“”‘’"')
_SHORTEST = 2
_LONGEST_IDIOM = 8
_LEAST_BEFORE_IT = 3
_LEAST_TOLD = 4


def viewpoints(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find phrases, adjectives and idioms that give a clause to somebody, in any place of the sentence."""
    for at in range(len(pieces) - 1):
        yield from _in_somebodys_words(pieces, at)
        yield from _takes_a_stand(pieces, at)
        yield from _idiom(pieces, at)
    yield from _as_one_puts_it(pieces)
    yield from _noun_and_colon(pieces)


def _owner_end(pieces: Sequence[Piece], at: int) -> int | None:
    """Return the offset at which the name of an owner ends ("Dale's", "the engineers’", "her"), None without one."""
    piece = pieces[at]
    if piece.lower in _OWNERS:
        return piece.end
    if piece.text in "'’" and at and pieces[at - 1].lower.endswith("s"):
        return pieces[at - 1].end
    dated = piece.lower[:-2] in word_set("text", "days")
    if dated or not piece.lower.endswith(("'s", "’s", "s’", "s'")):
        return None
    return piece.end - (2 if piece.lower.endswith("s") else 1)


def _in_somebodys_words(pieces: Sequence[Piece], at: int) -> Iterator[Statement]:
    """Find "In Ann Dale's words, X" and "X, by the union's reckoning,": a phrase between commas or at an end."""
    if pieces[at].lower not in _SIDES or (at and pieces[at - 1].text not in ",—–;:("):
        return
    noun = next(
        (place for place in range(at + 2, min(at + 8, len(pieces))) if pieces[place].lower in _nouns_of_view()), None
    )
    if noun is None or any(not piece.is_word and piece.text not in "'’" for piece in pieces[at:noun]):
        return
    whose = next((place for place in range(noun - 1, at, -1) if pieces[place].lower not in _OWN), at)
    end = _owner_end(pieces, whose)
    after = pieces[noun + 1] if noun + 1 < len(pieces) else None
    if end is None or (after is not None and after.text not in ",—–.;:)" and not after.is_quote):
        return
    content = _rest(pieces, at, noun)
    start = pieces[whose].start if pieces[whose].lower in _OWNERS else pieces[at + 1].start
    if content and start < end:
        speaker = Span(start, end)
        yield Statement(content, pieces[noun].span, span_of(pieces, at, noun), "according to", speaker)


def _nouns_of_view() -> frozenset[str]:
    return word_set("cues", "ways_of_speaking") | word_set("cues", "views")


def _rest(pieces: Sequence[Piece], first: int, last: int) -> tuple[Span, ...]:
    before, after = trimmed(pieces, 0, first - 1), trimmed(pieces, last + 1, len(pieces) - 1)
    return tuple(span for span in (before, after) if span is not None and span.length > _SHORTEST)


def _takes_a_stand(pieces: Sequence[Piece], at: int) -> Iterator[Statement]:
    """Find "Dale was adamant that X" and "the engineers remain unanimous that X"."""
    if pieces[at].lower not in word_set("cues", "stances") or pieces[at + 1].lower != "that":
        return
    verb = at - 1
    while verb > 0 and (pieces[verb].lower.endswith("ly") or pieces[verb].lower in ("also", "quite", "very", "still")):
        verb -= 1
    if verb < 1 or pieces[verb].lower not in _SEEMS | {"been"} or _is_denied(pieces[max(0, verb - 2) : at]):
        return
    while verb > 1 and pieces[verb - 1].lower in ("has", "have", "had", "been"):
        verb -= 1
    yield from _clause(pieces, at + 1, subject_before(pieces, verb), pieces[at].span)


def _is_denied(pieces: Sequence[Piece]) -> bool:
    negative = word_set("cues", "negative")
    return any(piece.lower in negative or piece.lower.endswith(("n't", "n’t")) for piece in pieces)


def _clause(pieces: Sequence[Piece], that: int, subject: tuple[int, int] | None, cue: Span) -> Iterator[Statement]:
    content = trimmed(pieces, that + 1, len(pieces) - 1)
    if subject is None or content is None or pieces[subject[1]].lower in _NOBODY:
        return
    yield Statement((content,), cue, span_of(pieces, subject[0], that - 1), "stance", span_of(pieces, *subject))


def _idiom(pieces: Sequence[Piece], at: int) -> Iterator[Statement]:
    """Find "Dale let slip that X", "made it clear that X", "made no secret of the fact that X"."""
    if pieces[at].lower != "that" or at < _SHORTEST:
        return
    words = [piece.lower for piece in pieces[max(0, at - _LONGEST_IDIOM) : at]]
    for size in range(len(words) - 1, 1, -1):
        if " ".join(words[-size:]) in word_set("cues", "idioms"):
            verb = at - size
            if verb > 0 and not _is_denied(pieces[max(0, verb - 3) : verb]):
                yield from _clause(pieces, at, subject_before(pieces, verb), span_of(pieces, verb, at - 1))
            return


def _as_one_puts_it(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find "As Ann Dale put it, X" and "X, as the union sees it" without a quotation."""
    for at, piece in enumerate(pieces[:-1]):
        if (
            piece.lower != "it"
            or pieces[at - 1].lower not in word_set("cues", "ways_to_put_it")
            or at < _LEAST_BEFORE_IT
        ):
            continue
        start = mention_start(pieces, at - 2)
        if start is None or start == 0 or pieces[start - 1].lower != "as" or pieces[at - 2].lower in _NOBODY:
            continue
        closed = pieces[at + 1].text in ",.—–;:"
        content = _rest(pieces, start - 1, at)
        if closed and content and not any(one.is_quote or one.text in _MARKS for one in pieces):
            cue, speaker = pieces[at - 1].span, span_of(pieces, start, at - 2)
            yield Statement(content, cue, span_of(pieces, start - 1, at), "according to", speaker)


def _noun_and_colon(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find "The engineers' verdict: the weir was finished"."""
    colon = next((at for at, piece in enumerate(pieces[:9]) if piece.text == ":"), None)
    if colon is None or colon < _SHORTEST or pieces[colon - 1].lower not in word_set("cues", "answers"):
        return
    end = _owner_end(pieces, colon - 2)
    content = trimmed(pieces, colon + 1, len(pieces) - 1)
    told = sum(piece.is_word for piece in pieces[colon:]) >= _LEAST_TOLD
    if end is not None and pieces[colon - 2].lower not in _OWNERS and told and content is not None:
        speaker = Span(pieces[0].start, end)
        yield Statement((content,), pieces[colon - 1].span, span_of(pieces, 0, colon), "according to", speaker)
