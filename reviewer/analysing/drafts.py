"""A sentence with its attributions and quotations becomes the claims that it makes."""

from collections.abc import Sequence

import msgspec

from reviewer.analysing.coordination import halves, outermost
from reviewer.analysing.figures import has_figure
from reviewer.analysing.marks import is_speech, is_title
from reviewer.analysing.passages import Sentence
from reviewer.analysing.pieces import Piece, cut_into_pieces
from reviewer.analysing.statement import Statement
from reviewer.model.claim import ClaimKind
from reviewer.model.geometry import Span
from reviewer.text.quotation import Quotation

_JOINED_BY = frozenset(("adding", "and", "before", "continuing", "then"))


class Draft(msgspec.Struct, frozen=True):
    """A claim before its speaker is known; `floating` means that it goes on with the last speaker's words."""

    span: Span
    kind: ClaimKind
    statement: Statement | None = None
    quoted: tuple[Span, ...] = ()
    floating: bool = False


def draft_claims(
    text: str, sentence: Sentence, statements: Sequence[Statement], own_parts: Sequence[Span] = ()
) -> list[Draft]:
    """Return the claims of a sentence in text order.

    Words inside one pair of marks are one claim; a quote that its tag splits in mid-sentence is one claim from the
    first mark to the last. A fragment inside the reporter's own sentence makes the whole sentence the claim.
    `own_parts` are those of a sentence that nobody else is said to say.
    """
    spoken = [quotation for quotation in sentence.quotations if is_speech(text, sentence, quotation)]
    if spoken:
        return _with_quotes(text, sentence, spoken, statements)
    if statements:
        marked = [q.inside for q in sentence.quotations if not is_title(text, sentence, q)]
        return [_reported(span, statement, marked) for span, statement in halves(text, sentence.span, statements)]
    return [
        Draft(span, ClaimKind.FIGURE if has_figure(text, span) else ClaimKind.ASSERTION)
        for span in own_parts or (sentence.span,)
    ]


def _reported(span: Span, statement: Statement, marked: Sequence[Span]) -> Draft:
    quoted = tuple(stretch for stretch in marked if span.contains(stretch))
    return Draft(span, ClaimKind.MIXED_QUOTE if quoted else ClaimKind.INDIRECT_QUOTE, statement, quoted)


def _with_quotes(
    text: str, sentence: Sentence, spoken: Sequence[Quotation], statements: Sequence[Statement]
) -> list[Draft]:
    pieces = cut_into_pieces(text, sentence, spoken)
    groups = _grouped(pieces, spoken, statements)
    if not groups:
        inside = tuple(quotation.inside for quotation in spoken)
        parts = halves(text, sentence.span, statements)
        if len(parts) > 1:
            return [_reported(span, statement, inside) for span, statement in parts]
        nearest = _nearest(statements, spoken[0].span)
        whole = parts[0][1] if parts else None
        covered = nearest is not None and nearest not in outermost(text, statements)
        same = whole is not None and nearest is not None and whole.speaker == nearest.speaker
        statement = whole if same or covered else nearest
        return [Draft(sentence.span, ClaimKind.MIXED_QUOTE, statement, inside, floating=statement is None)]
    drafts = []
    for group in groups:
        span = Span(group[0].start, group[-1].end)
        statement = _nearest(statements, span)
        quoted = tuple(quotation.inside for quotation in group)
        drafts.append(Draft(span, ClaimKind.DIRECT_QUOTE, statement, quoted, floating=statement is None))
    return [*drafts, *_tail(text, sentence, drafts[-1], spoken, statements)]


def _grouped(
    pieces: Sequence[Piece], spoken: Sequence[Quotation], statements: Sequence[Statement]
) -> list[list[Quotation]]:
    """Return the quotations that are claims of their own, halves of one split quote together; empty for a mixed one."""
    groups: list[list[Quotation]] = []
    places = {piece.start: place for place, piece in enumerate(pieces) if piece.is_quote}
    for quotation in spoken:
        at = places[quotation.start]
        if groups and _is_second_half(pieces, places[groups[-1][-1].start], at):
            groups[-1].append(quotation)
        elif _opens_sentence(pieces, at, statements) or _is_introduced(pieces, at, statements):
            groups.append([quotation])
        elif not groups:
            return []
    return groups


def _opens_sentence(pieces: Sequence[Piece], at: int, statements: Sequence[Statement]) -> bool:
    """Return whether the quote begins the sentence and is all of it, or its tag follows."""
    if any(piece.is_word or piece.is_quote for piece in pieces[:at]):
        return False
    following = [piece for piece in pieces[at + 1 :] if piece.is_word or piece.is_quote]
    if not following:
        return True
    first = following[0]
    return any(statement.tag.start <= first.start < statement.tag.end for statement in statements)


def _is_introduced(pieces: Sequence[Piece], at: int, statements: Sequence[Statement]) -> bool:
    """Return whether a colon, or a cue with a comma, or a bare cue before a capital leads up to the quote."""
    if at == 0:
        return False
    before = pieces[at - 1]
    if before.text == ":":
        return True
    capital = _begins_with_capital(pieces[at])
    cues = {statement.cue.end for statement in statements} | {statement.tag.end for statement in statements}
    if before.text == "," and at > 1:
        return capital and pieces[at - 2].end in cues
    return capital and before.end in {statement.cue.end for statement in statements} and _ends_sentence(pieces, at)


def _begins_with_capital(piece: Piece) -> bool:
    letters = [character for character in piece.text if character.isalnum() or character in "[…."]
    return bool(letters) and (letters[0].isupper() or not letters[0].isalpha())


def _ends_sentence(pieces: Sequence[Piece], at: int) -> bool:
    return not any(piece.is_word for piece in pieces[at + 1 :])


def _is_second_half(pieces: Sequence[Piece], start: int, at: int) -> bool:
    between = pieces[start + 1 : at]
    if any(piece.text in ":;." for piece in between) or any(piece.lower in _JOINED_BY for piece in between):
        return False
    return 0 < len([piece for piece in between if piece.is_word]) <= 24


def _nearest(statements: Sequence[Statement], span: Span) -> Statement | None:
    def distance(statement: Statement) -> tuple[bool, int]:
        outside = not any(stretch.overlap(span) for stretch in statement.content)
        return outside, max(statement.tag.start - span.end, span.start - statement.tag.end, 0)

    return min(statements, key=distance, default=None)


def _is_participle(text: str, statement: Statement) -> bool:
    return statement.cue.of(text).casefold().endswith("ing")


def _tail(
    text: str, sentence: Sentence, last: Draft, spoken: Sequence[Quotation], statements: Sequence[Statement]
) -> list[Draft]:
    """Return the claim that goes on after a quote and its tag: ", adding that the price would rise"."""
    for statement in statements:
        if _is_participle(text, statement) and statement.cue.start > last.span.end and statement is not last.statement:
            span = Span(statement.cue.start, sentence.end)
            if any(quotation.start >= last.span.end and quotation.start < sentence.end for quotation in spoken):
                inside = tuple(q.inside for q in spoken if q.start >= statement.cue.start)
                return [Draft(span, ClaimKind.MIXED_QUOTE, statement, inside)] if inside else []
            return [Draft(span, ClaimKind.INDIRECT_QUOTE, statement)]
    return []
