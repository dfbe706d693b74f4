"""Attributions found by wording alone: the instant pass, and the tags of quotations in the full pass too."""

from collections.abc import Iterator, Sequence

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.pieces import Piece
from reviewer.analysing.rules.bare import according_to, beside_quote, named_before_colon, put_it, signed, trimmed
from reviewer.analysing.rules.hearings import told_in_court
from reviewer.analysing.rules.subjects import (
    PRONOUNS,
    helper_start,
    mention_start,
    span_of,
    subject_after,
    subject_before,
)
from reviewer.analysing.rules.viewpoints import viewpoints
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_BE = word_set("grammar", "forms_of_be")
_ADJUNCTS = word_set("grammar", "words_before_adjuncts")
_LONGEST_ADJUNCT = 9
_BEFORE_INFINITIVE = frozenset(("to",))
_BEFORE_NOUN = word_set("grammar", "words_before_nouns")


def find_by_wording(pieces: Sequence[Piece]) -> list[Statement]:
    """Return the attributions of a sentence in the order of their cues."""
    found = [*according_to(pieces), *_tags(pieces), *_reporting_nouns(pieces), *signed(pieces), *put_it(pieces)]
    found.extend(beside_quote(pieces))
    found.extend(viewpoints(pieces))
    found.extend(told_in_court(pieces, found))
    found.extend(named_before_colon(pieces, found))
    return sorted(found, key=lambda statement: statement.cue.start)


def is_negated(pieces: Sequence[Piece], cue: int) -> bool:
    """Return whether the cue is denied ("did not say", "declined to comment"): then it attributes nothing."""
    words = lexicon()
    for piece in reversed(pieces[max(0, cue - 4) : cue]):
        if piece.text in ",;:" or piece.is_quote:
            return False
        if piece.lower in words.negative or piece.lower.endswith(("n't", "n’t")):
            return True
        if words.cue(piece.text) in words.refusals:
            return True
    return False


def _tags(pieces: Sequence[Piece]) -> Iterator[Statement]:
    for at, piece in enumerate(pieces):
        lemma = lexicon().cue(piece.text) if piece.is_word else ""
        if (at and piece.text[0].isupper()) or (lemma == "plead" and _is_plea(pieces, at)):
            continue
        if not lemma or lemma in lexicon().refusals or is_negated(pieces, at) or _is_passive_or_infinitive(pieces, at):
            continue
        if _has_other_sense(pieces, at, lemma) or _is_owned(pieces, at, lemma):
            continue
        statement = _tag_at(pieces, at, lemma)
        if statement is not None:
            yield statement


def _is_plea(pieces: Sequence[Piece], cue: int) -> bool:
    """Return whether a plea in court follows: it is what somebody did, not what they said of the matter."""
    return any(piece.lower == "guilty" for piece in pieces[cue + 1 : cue + 3])


def _is_passive_or_infinitive(pieces: Sequence[Piece], cue: int) -> bool:
    start = helper_start(pieces, cue)
    before = pieces[start - 1].lower if start else ""
    return before in _BE or before in _BEFORE_INFINITIVE or before in _BEFORE_NOUN


def _tag_at(pieces: Sequence[Piece], cue: int, lemma: str) -> Statement | None:
    if pieces[cue].lower.endswith("ing"):
        return _participle(pieces, cue, lemma)
    inverted = _is_inverted(pieces, cue)
    subject = subject_after(pieces, cue) if inverted else subject_before(pieces, cue)
    if subject is None or not _may_speak(pieces[subject[0] : subject[1] + 1]):
        return None
    first, last = min(subject[0], cue), max(subject[1], cue)
    lead = first - 1 if _is_as_aside(pieces, first) else first
    if not _is_plausible(pieces, cue, lemma, lead, last, inverted):
        return None
    tag_end = _tag_end(pieces, last)
    content = _content(pieces, lead, tag_end, cue)
    if not content:
        return None
    return Statement(
        content=content,
        cue=pieces[cue].span,
        tag=span_of(pieces, lead, tag_end),
        rule="inverted tag" if inverted else "tag",
        speaker=span_of(pieces, *subject),
        tier=lexicon().tier(lemma),
    )


def _is_as_aside(pieces: Sequence[Piece], first: int) -> bool:
    """Return whether a tag is an aside with "as": "the roof, as the surveyor noted, is old"."""
    return first > 1 and pieces[first - 1].lower == "as" and pieces[first - 2].text in ",—–("


def _is_owned(pieces: Sequence[Piece], cue: int, lemma: str) -> bool:
    """Return whether a cue is a noun with an owner: "the coach's answer", not "she's answered"."""
    owner = pieces[cue - 1].lower if cue else ""
    genitive = owner.endswith(("'s", "’s")) and owner[:-2] not in PRONOUNS | {"that", "there", "what", "here"}
    return genitive and pieces[cue].lower in (lemma, lemma + "s")


def _has_other_sense(pieces: Sequence[Piece], cue: int, lemma: str) -> bool:
    """Return whether a cue reports nothing here: "insisted on a seat", "a town, say one on the coast"."""
    after = [piece.lower for piece in pieces[cue + 1 : cue + 3]]
    if len(after) < 2:
        return False
    if after[0] == "nothing" and lemma in ("say", "tell", "reveal", "disclose", "admit", "add", "mention"):
        return after[1] not in ("was", "is", "had", "has", "would", "will", "could", "can")
    for_example = pieces[cue].lower == "say" and cue > 0 and pieces[cue - 1].text == ","
    with_word = f"{lemma}_{after[0]}" in word_set("cues", "other_senses") and after[1] not in word_set("text", "days")
    return with_word or (for_example and (after[0] in _BEFORE_NOUN or after[0] == "one" or after[0][0].isdigit()))


def _may_speak(mention: Sequence[Piece]) -> bool:
    """Return whether a mention is of anybody: no "nobody", no bare figure, no "who" whose noun stands elsewhere."""
    words = [piece.lower for piece in mention if piece.is_word]
    nobody = word_set("grammar", "speaks_for_nobody")
    share = words[-1:] == ["percent"] or words[-2:] == ["per", "cent"]
    names_anybody = not share and not set(words) <= nobody and any(word[0].isalpha() for word in words)
    return names_anybody and [piece.text for piece in mention] != ["who"]


def _is_inverted(pieces: Sequence[Piece], cue: int) -> bool:
    """Return whether the speaker follows the cue: right after a quotation, or after a comma (`X, says minister`)."""
    if cue == 0:
        return False
    before = pieces[cue - 1]
    if before.is_quote:
        return True
    if before.text not in ",—–" or cue < 2:
        return False
    return pieces[cue - 2].is_quote or (subject_before(pieces, cue) is None and subject_after(pieces, cue) is not None)


def _is_plausible(pieces: Sequence[Piece], cue: int, lemma: str, first: int, last: int, inverted: bool) -> bool:
    """Return whether a verb that need not report does so here: beside a quotation, in a tag, or before a clause."""
    words = lexicon()
    before = pieces[first - 1] if first else None
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    if (before is not None and before.is_quote) or _leads_to_quote(pieces, last + 1):
        return True
    reports = lemma in words.reporting or lemma in words.finding
    if inverted or (reports and _closes_a_tag(pieces, first, last)):
        return reports
    if after is None:
        return False
    if first == 1 and pieces[0].lower == "as" and reports:
        end = _tag_end(pieces, last)
        return end + 1 < len(pieces) and pieces[end + 1].text == ","
    if after.lower == "that" or _that_follows_object(pieces, last, lemma):
        return lemma not in words.with_object or lemma == "deny"
    if lemma in words.needs_support and not _judges(pieces, last + 1):
        return False
    if lemma in words.with_object:
        return pieces[cue].lower.endswith(("ed", "ted", "es", "s")) and _starts_clause(pieces, first)
    if lemma in words.needs_clause or lemma not in words.reporting:
        return False
    return _starts_clause(pieces, first) and after.text not in ".!?"


def _leads_to_quote(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a quotation or a colon follows, with or without a comma, or both after a few words."""
    if at >= len(pieces):
        return False
    stop = at
    while stop < min(len(pieces), at + _LONGEST_ADJUNCT) and pieces[stop].is_word:
        stop += 1
    if pieces[stop : stop + 1] and pieces[stop].text == ":" and any(piece.is_quote for piece in pieces[stop + 1 :][:1]):
        return True
    after_comma = pieces[at].text == "," and at + 1 < len(pieces) and pieces[at + 1].is_quote
    return pieces[at].is_quote or pieces[at].text in (":", "“", "‘") or after_comma


def _judges(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a verb with other meanings judges here: call for, call it X, dismiss X as Y."""
    following = [piece.lower for piece in pieces[at : at + 12]]
    if not following:
        return False
    direct = following[0] in ("for", "on", "it", "him", "her", "them", "this", "that", "himself", "herself")
    return direct or "as" in following or any(piece.is_quote or piece.text in '“‘"' for piece in pieces[at:])


def _closes_a_tag(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Return whether a comma stands before the speaker and the cue ends the clause (`…, the firm said on Tuesday.`)."""
    if first == 0 or pieces[first - 1].text not in ",—–":
        return False
    end = _tag_end(pieces, last)
    return end + 1 >= len(pieces) or pieces[end + 1].text in ".,;—–?!" or pieces[end + 1].is_quote


def _that_follows_object(pieces: Sequence[Piece], last: int, lemma: str) -> bool:
    """Return whether "that" follows within a short object or adjunct: told Thursday's meeting that, said on air that.

    The object must be somebody who is addressed, or "recalls 400 locks that open" would report something.
    """
    first = pieces[last + 1].lower if last + 1 < len(pieces) else ""
    if lemma not in word_set("cues", "addressing") and first not in _ADJUNCTS | word_set("text", "days"):
        return False
    for piece in pieces[last + 1 : last + 8]:
        if piece.lower == "that":
            return True
        if not piece.is_word:
            return False
    return False


def _starts_clause(pieces: Sequence[Piece], first: int) -> bool:
    if first == 0:
        return True
    before = pieces[first - 1]
    if before.lower == "as":
        return first == 1
    return before.lower in ("but", "and", "while", "however", "yet", "so") or before.text in ",;:—–"


_TAIL_STOPS = word_set("grammar", "words_after_tag")


def _tag_end(pieces: Sequence[Piece], last: int) -> int:
    """Return the last index of the tag: up to the next comma, quotation, full stop or clause."""
    at = last
    while at + 1 < len(pieces) and at - last < 14:
        following = pieces[at + 1]
        if not following.is_word and following.text not in "’'":
            break
        if following.lower in _TAIL_STOPS:
            break
        at += 1
    return at


def _content(pieces: Sequence[Piece], first: int, tag_end: int, cue: int) -> tuple[Span, ...]:
    before = trimmed(pieces, 0, first - 1)
    after = trimmed(pieces, tag_end + 1, len(pieces) - 1)
    if first == 1 and pieces[0].lower == "as" and after is not None:
        return (after,)
    quoted_before = any(piece.is_quote for piece in pieces[:first])
    if before is None and after is None:
        # "The firm said profits rose": the clause has no mark of its own, so the tag ate it.
        own = trimmed(pieces, _after_object(pieces, cue), len(pieces) - 1)
        return (own,) if own is not None else ()
    closes = tag_end + 1 >= len(pieces) or not pieces[tag_end + 1].is_quote
    if before is not None and (quoted_before or (pieces[first - 1].text in ",—–" and closes)):
        return (before,) if after is None or _is_gloss(pieces, tag_end + 1) else (before, after)
    own = trimmed(pieces, _after_object(pieces, cue), len(pieces) - 1)
    return (own,) if own is not None else ()


def _is_gloss(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether what follows a tag is the reporter's: ", referring to past victories", ", who has led it"."""
    words = [piece for piece in pieces[at:] if piece.is_word or piece.is_quote]
    if not words or words[0].is_quote or any(piece.is_quote for piece in words):
        return False
    return words[0].lower.endswith("ing") or words[0].lower in ("who", "which", "whose", "after", "as", "in", "when")


def _words_begin(pieces: Sequence[Piece], cue: int) -> int:
    """Return where the words said begin: at a quotation after an adjunct ("writing in a post “We …”"), else at once."""
    at = cue + 1
    while at < len(pieces) and pieces[at].is_word and at - cue < _LONGEST_ADJUNCT:
        at += 1
    opens = cue + 1 < at < len(pieces) and pieces[at].is_quote and pieces[cue + 1].lower in _ADJUNCTS
    return at if opens and pieces[at].text[1:2].isupper() else cue + 1


def _after_object(pieces: Sequence[Piece], cue: int) -> int:
    """Return where the words said begin: after "that" when it follows within a short object ("told them that")."""
    for at in range(cue + 1, min(cue + 9, len(pieces))):
        if pieces[at].lower == "that":
            return at + 1
        if not pieces[at].is_word:
            break
    return cue + 1


def _participle(pieces: Sequence[Piece], cue: int, lemma: str) -> Statement | None:
    """Find "by saying X", ", adding that X", ", with Ann Dale saying X" and "a statement claiming X"."""
    if cue == 0:
        return None
    before = pieces[cue - 1]
    words = lexicon()
    if lemma not in words.reporting and lemma not in words.finding:
        return None
    content = trimmed(pieces, _words_begin(pieces, cue), len(pieces) - 1)
    if content is None:
        return None
    absolute = mention_start(pieces, cue - 1) if before.is_word else None
    if absolute is not None and absolute > 0 and pieces[absolute - 1].lower == "with":
        named = span_of(pieces, absolute, cue - 1)
        return Statement((content,), pieces[cue].span, span_of(pieces, absolute, cue), "with saying", named)
    if before.lower == "by" or (before.text in ",—–" or before.is_quote):
        speaker = _main_subject(pieces, cue)
        tag = span_of(pieces, cue, max(cue, _words_begin(pieces, cue) - 1))
        return Statement((content,), pieces[cue].span, tag, "by saying", speaker)
    if before.lower in words.nouns or before.lower in words.documents:
        article = cue - 2 if cue >= 2 and pieces[cue - 2].is_word else cue - 1
        return Statement(
            (content,), pieces[cue].span, pieces[cue].span, "reporting noun", span_of(pieces, article, cue - 1)
        )
    return None


def _main_subject(pieces: Sequence[Piece], cue: int) -> Span | None:
    """Return the mention that the sentence begins with, up to its first lower-case verb-like word."""
    last = -1
    for at, piece in enumerate(pieces[:cue]):
        if piece.lower in PRONOUNS:
            return piece.span
        if not piece.is_word:
            break
        capital = piece.text[0].isupper()
        if at and not capital and any(word.text[0].isupper() for word in pieces[1 : at + 1]):
            break
        last = at
        if at > 6:
            break
    return span_of(pieces, 0, last) if last >= 0 else None


def _reporting_nouns(pieces: Sequence[Piece]) -> Iterator[Statement]:
    """Find "the claim that X" and "in a statement that X" with a speaker in the genitive or after "by"."""
    words = lexicon()
    for at, piece in enumerate(pieces[:-1]):
        if (
            piece.lower in words.nouns
            and pieces[at + 1].lower == "that"
            and at >= 1
            and pieces[at - 1].lower.endswith(("'s", "’s"))
        ):
            content = trimmed(pieces, at + 2, len(pieces) - 1)
            if content is not None:
                speaker = Span(pieces[at - 1].start, pieces[at - 1].end - 2)
                yield Statement((content,), piece.span, span_of(pieces, at - 1, at), "reporting noun", speaker)
