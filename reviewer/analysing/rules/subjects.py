"""The mention of a speaker before or after a cue, found by wording alone."""

from collections.abc import Sequence

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.pieces import Piece
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

PRONOUNS = word_set("grammar", "pronouns")
_HELPERS = word_set("grammar", "helpers")
_STOPS = word_set("grammar", "clause_words")
_PREPOSITIONS = word_set("grammar", "prepositions")
_AFTER_STOPS = word_set("grammar", "words_after_speaker")
_DETERMINERS = word_set("grammar", "determiners")
_BREAKS = frozenset(",;:—–-()[]…")
_LONGEST = 16


def helper_start(pieces: Sequence[Piece], cue: int) -> int:
    """Return the index of the first helper word (has, also, later, -ly adverbs) that leads up to the cue."""
    at = cue
    while at > 0 and pieces[at - 1].is_word and _is_helper(pieces[at - 1].lower):
        at -= 1
    chain = _before_to_say(pieces, at)
    return helper_start(pieces, at - chain) if chain else at


def _before_to_say(pieces: Sequence[Piece], at: int) -> int:
    """Return how many words of "used to" or "went on to" stand right before a verb."""
    words = [piece.lower for piece in pieces[max(0, at - 3) : at]]
    if words[-2:-1] and words[-1] == "to" and words[-2] in word_set("grammar", "before_to_say"):
        return 2
    return 3 if words[-2:] == ["on", "to"] and words[0] in ("went", "goes", "gone") else 0


def _is_helper(word: str) -> bool:
    return word in _HELPERS or (word.endswith("ly") and word not in ("family", "only", "italy", "july"))


def subject_before(pieces: Sequence[Piece], cue: int) -> tuple[int, int] | None:
    """Return the first and the last index of the mention that ends right before the cue, or None.

    Asides between commas ("Ruth Hartnoll, the council leader, told") are passed over when a mention stands before
    them.
    """
    end = helper_start(pieces, cue) - 1
    if end < 0:
        return None
    if pieces[end].text in ",)—–":
        return _before_aside(pieces, end)
    if not pieces[end].is_word:
        return None
    start = mention_start(pieces, end)
    return None if start is None else (start, end)


def _before_aside(pieces: Sequence[Piece], comma: int) -> tuple[int, int] | None:
    opening = {")": "(", "—": "—", "–": "–"}.get(pieces[comma].text, ",")
    for at in range(comma - 1, max(-1, comma - _LONGEST - 4), -1):
        if pieces[at].is_quote or pieces[at].text in ";:":
            return None
        if pieces[at].text == opening and at > 0 and pieces[at - 1].is_word:
            start = mention_start(pieces, at - 1)
            if start is not None and _looks_like_mention(pieces[start:at]):
                return start, _end_of_named_aside(pieces, at, comma)
    return None


def _end_of_named_aside(pieces: Sequence[Piece], opening: int, closing: int) -> int:
    """Return the end of a mention before an aside; a name after a role belongs to it: "its director, Tim Rask"."""
    named = all(piece.is_word and piece.text[0].isupper() for piece in pieces[opening + 1 : closing])
    start = mention_start(pieces, opening - 1)
    roles = lexicon().roles
    is_role = pieces[opening - 1].text[0].islower() or (
        start is not None
        and pieces[start].lower in _DETERMINERS
        and any(piece.lower in roles for piece in pieces[start:opening])
    )
    return closing - 1 if named and closing > opening + 1 and is_role else opening - 1


def mention_start(pieces: Sequence[Piece], end: int) -> int | None:
    """Return the index where the noun phrase that ends at `end` begins, or None when there is none."""
    if pieces[end].lower in PRONOUNS:
        return end
    at = end
    while at > 0 and end - at < _LONGEST and _belongs(pieces, at - 1):
        at -= 1
    at = _skip_leading(pieces, at, end)
    return at if _looks_like_mention(pieces[at : end + 1]) else None


def _belongs(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.is_quote or piece.text in _BREAKS:
        return False
    if piece.is_word and piece.lower in _STOPS | {"who"}:
        # "the Ministry of Health and Care said": a capitalised word on both sides is one name.
        return (
            piece.lower == "and" and pieces[at + 1].text[0].isupper() and at > 0 and pieces[at - 1].text[:1].isupper()
        )
    return piece.is_word or piece.text in ".&’'"


def _skip_leading(pieces: Sequence[Piece], at: int, end: int) -> int:
    """Pass over adverbials that lead a sentence: "On Tuesday the company said"."""
    if pieces[at].lower in _PREPOSITIONS | {"by", "during", "after"}:
        for later in range(at + 1, end):
            if pieces[later].lower in ("the", "a", "an", "his", "her", "its", "their") and later > at + 1:
                return later
    return at


def _looks_like_mention(pieces: Sequence[Piece]) -> bool:
    words = [piece for piece in pieces if piece.is_word]
    if not words or len(words) > _LONGEST:
        return False
    return (
        any(word.text[0].isupper() for word in words) or _is_definite(words) or words[-1].lower in _nouns_that_speak()
    )


def _is_definite(words: Sequence[Piece]) -> bool:
    first = words[0].lower
    return first in PRONOUNS or (len(words) > 1 and first in _DETERMINERS)  # fmt: skip


def _nouns_that_speak() -> frozenset[str]:
    words = lexicon()
    return words.documents | words.roles | frozenset(words.collectives) | frozenset(word + "s" for word in words.roles)


def subject_after(pieces: Sequence[Piece], cue: int) -> tuple[int, int] | None:
    """Return the first and the last index of the mention that follows an inverted cue ("said Linus Draycott")."""
    start = cue + 1
    if (
        start >= len(pieces)
        or not pieces[start].is_word
        or pieces[start].lower in ("that", "to", "in", "on", "of", "it")
    ):
        return None
    if pieces[start].lower in PRONOUNS:
        return start, start
    end = start
    while end + 1 < len(pieces) and end - start < _LONGEST and _continues(pieces, end + 1):
        end += 1
    end = _with_named_aside(pieces, start, end)
    return (start, end) if _looks_like_mention(pieces[start : end + 1]) else None


def _continues(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.is_quote or piece.text in _BREAKS:
        return False
    if _tells_of_document(pieces, at):
        return False
    if piece.lower in ("at", "from"):
        return _leads_to_name(pieces, at + 1)
    if piece.lower == "and" and _joins_domains(pieces, at):
        return True
    if piece.lower in _AFTER_STOPS:
        return False
    if piece.text == ".":
        return at + 1 < len(pieces) and pieces[at + 1].is_word
    return piece.is_word or piece.text in "&’'"


def _tells_of_document(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a participle only tells what became of a document: "an audit tabled in parliament"."""
    got = pieces[at].lower in word_set("grammar", "ways_to_get")
    by = not got and at + 1 < len(pieces) and pieces[at + 1].lower == "by"
    participle = got or pieces[at].lower.endswith("ed") or pieces[at].lower in word_set("grammar", "ways_to_issue")
    named = {"copy", "copies", "records"} | lexicon().documents
    return participle and not by and pieces[at - 1].lower in named


def _joins_domains(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether "and" stands inside an institution's name: Fire and Rescue Service."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    before = pieces[at - 1]
    joined = before.text[:1].isupper() and before.lower in word_set("text", "words_joined_by_and")
    return joined and following is not None and following.text[:1].isupper()


def _leads_to_name(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether an institution follows: researchers at the University of X."""
    following = [piece for piece in pieces[at : at + 2] if piece.lower != "the"]
    return bool(following) and following[0].is_word and following[0].text[0].isupper()


def _with_named_aside(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Take in the aside that names a speaker given by role: "her co-author, the physiotherapist Matthias Lindqvist"."""
    if (
        any(piece.text[0].isupper() for piece in pieces[start : end + 1])
        or end + 1 >= len(pieces)
        or pieces[end + 1].text != ","
    ):
        return end
    last = end + 1
    while last + 1 < len(pieces) and last - end < _LONGEST and _continues(pieces, last + 1):
        last += 1
    aside = pieces[end + 2 : last + 1]
    return last if any(piece.is_word and piece.text[0].isupper() for piece in aside) else end


def span_of(pieces: Sequence[Piece], first: int, last: int) -> Span:
    """Return the stretch from one piece to another, both included."""
    return Span(pieces[first].start, pieces[last].end)
