"""Finds the sentences of the sources that hold a claim made in other words."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.content import (
    Hit,
    Point,
    held_share,
    hits_in,
    is_as_exact,
    is_sure_value,
    is_telling,
    likeness,
    points_of,
    says_the_same,
)
from reviewer.matching.differences.negation import is_negation
from reviewer.matching.durations import is_a_duration
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.library import SMALL, Library
from reviewer.matching.voices import same_speaker, voice_of
from reviewer.matching.worked_values import Question, worked_out_at
from reviewer.model.claim import Claim
from reviewer.model.geometry import Span

_WINDOWS = 10
_NEIGHBOUR_GAIN = 0.12
"""Share by which a neighbouring sentence must add to what is held to become part of the passage."""

_FURTHER_GAIN = 0.15
"""The same for a further passage elsewhere."""

_HEADING = 0.15
"""What it counts against a passage that it is a heading: the sentence that holds the claim stands below."""

_GIVES_VALUE = 0.12
"""What it counts for a passage that it gives a telling figure or date of the claim: that is what has to be checked."""

_VOICE_BONUS = 0.3
"""What it counts that the passage's speaker is the one whom the claim names."""

_SHORT_SENTENCE, _SAME_WORD = 8, 0.9
_MOST_PASSAGES = 4
_TOO_WIDE = 0.0005
"""What each code point counts against a passage by which it is wider than the sentence that it was found by."""

_MOST_WORKED = 25
"""Passages, best first, from whose figures others are worked out."""

_WORDS_TOO, _SAYS_MUCH = 2, 0.6


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a source with the points of the claim that it holds."""

    source: int
    span: Span
    items: tuple[Item, ...]
    hits: tuple[Hit, ...]
    share: float
    score: float
    voice: str = ""
    voiced: bool = False

    @property
    def gives_value(self) -> bool:
        """Return whether it gives a telling figure or date of the claim."""
        return any(map(is_sure_value, self.hits))

    @property
    def said_by_named(self) -> bool:
        """Return whether its speaker is the one whom the claim names."""
        return self.voiced


class Paraphrase(msgspec.Struct, frozen=True):
    """A claim's points and the passages that hold them, best first; later ones hold what earlier ones do not."""

    items: tuple[Item, ...]
    points: tuple[Point, ...]
    passages: tuple[Passage, ...]
    others: tuple[Passage, ...] = ()

    @property
    def held(self) -> float:
        """Return the share of the points held by all passages together."""
        best: dict[int, float] = {}
        weights = {point.item.start: point.weight for point in self.points}
        for rank, passage in enumerate(self.passages):
            if rank and len(passage.hits) == 1 and not is_telling(passage.hits[0].point.item):
                continue
            for hit in passage.hits:
                at = hit.point.item.start
                best[at] = max(best.get(at, 0.0), hit.worth)
        total = sum(weights.values())
        return sum(weights[at] * worth for at, worth in best.items()) / total if total else 0.0


def match_paraphrase(
    items: Sequence[Item], claim: Claim, text: str, library: Library, article: str = "", published: str | None = None
) -> Paraphrase:
    """Return the passages for a claim in other words.

    All sentences are looked at while the sources are small, else those where the claim's words gather. The speaker
    whom the claim names speaks for a passage; a passage of some other speaker loses nothing here. `article` is the
    text that the items stand in, and `published` its day: without them no figure is worked out.
    """
    points = points_of(items, library)
    if not points:
        return Paraphrase(tuple(items), (), ())
    speaker = claim.attribution.resolved if claim.attribution else ""
    rated = [
        passage
        for source, span in _candidates(text, library)
        if (passage := _rate(source, span, points, speaker, library)) and passage.hits
    ]
    rated.sort(key=lambda passage: (-passage.score, passage.source, passage.span.start))
    if not rated:
        return Paraphrase(tuple(items), tuple(points), ())
    rated = _with_worked_values(rated, Question(items, points, article, published), speaker, library)
    first = rated[0] if _works(rated[0]) else _with_neighbours(rated[0], points, speaker, library)
    chosen = _add_further([first], rated[1:40], points)
    chosen = _add_for_values(chosen, rated[1:], points)
    chosen.sort(key=lambda passage: not passage.gives_value)
    others = tuple(p for p in _one_of_each_source(rated, first.source) if all(not _same_place(p, c) for c in chosen))
    return Paraphrase(tuple(items), tuple(points), tuple(chosen), others)


def _works(passage: Passage) -> bool:
    return any(hit.worked for hit in passage.hits)


def _with_worked_values(rated: list[Passage], question: Question, speaker: str, library: Library) -> list[Passage]:
    """Return the passages, best first, with those from whose figures one of the claim's follows widened to hold them.

    Only figures that no sentence gives are worked out, and only from sentences that hold a word of the claim as well.
    """
    given = {hit.point.item.start for passage in rated for hit in passage.hits if _gives_it(hit)}
    if not question.article or not question.open_points(given):
        return rated
    found: list[Passage] = []
    for passage in rated[:_MOST_WORKED]:
        if _speaks_of_it(passage) or _is_under_its_heading(passage, question.points, library):
            worked = worked_out_at(passage.source, passage.span, question, given, library)
            if worked is not None:
                wider = _rate(passage.source, worked.span, question.points, speaker, library)
                wider = _with_hits(wider, worked.hits, question.points)
                added = _TOO_WIDE * (worked.span.length - passage.span.length)
                found.append(msgspec.structs.replace(wider, score=wider.score - added))
    best = {(p.source, p.span.start, p.span.end): p for p in (*rated, *found)}
    return sorted(best.values(), key=lambda passage: (-passage.score, passage.source, passage.span.start))


def _speaks_of_it(passage: Passage) -> bool:
    """Return whether a passage has a word of the claim itself, or two others that say much the same."""
    words = [hit.worth for hit in passage.hits if hit.point.item.kind is ItemKind.WORD]
    return len(words) > 1 or any(worth >= _SAME_WORD for worth in words)


def _is_under_its_heading(passage: Passage, points: Sequence[Point], library: Library) -> bool:
    """Return whether the line that heads a passage has a word of the claim: entries of a list say little alone."""
    first = library.paragraph_at(passage.source, passage.span.start)
    if first.start == passage.span.start:
        first = library.paragraph_at(passage.source, max(0, first.start - 3))
    top = library.sentences(passage.source, Span(first.start, first.start + 1))[:1]
    held = {hit.point.item.start for hit in passage.hits}
    words = [point for point in points if point.item.kind is ItemKind.WORD and point.item.start not in held]
    above = [hit for line in top for hit in hits_in(words, library.passage_items(passage.source, line))]
    return any(hit.worth >= _SAME_WORD for hit in above)


def _gives_it(hit: Hit) -> bool:
    return hit.worth == 1.0 or (hit.point.item.kind is ItemKind.WORD and hit.worth >= _SAME_WORD)


def _with_hits(passage: Passage, hits: Sequence[Hit], points: Sequence[Point]) -> Passage:
    """Return a passage with figures that follow from its own among what it holds."""
    worked = {hit.point.item.start: hit for hit in hits}
    kept = [hit for hit in passage.hits if hit.point.item.start not in worked]
    every = tuple(sorted((*kept, *worked.values()), key=lambda hit: hit.point.item.start))
    share = held_share(points, every)
    return msgspec.structs.replace(passage, hits=every, share=share, score=passage.score + share - passage.share)


def _one_of_each_source(rated: Sequence[Passage], first: int) -> list[Passage]:
    """Return the best passage of each other source, then the next best of all."""
    best: dict[int, Passage] = {}
    for passage in rated:
        if passage.source != first:
            best.setdefault(passage.source, passage)
    chosen = sorted(best.values(), key=lambda p: -p.score)[:_MOST_PASSAGES]
    return chosen + [p for p in rated[1:6] if p not in chosen]


def _candidates(text: str, library: Library) -> list[tuple[int, Span]]:
    if library.size <= SMALL:
        places = [(source, s) for source in range(len(library.documents)) for s in library.every_sentence(source)]
    else:
        places = [
            (window.source, span)
            for window in library.windows(text, _WINDOWS)
            for span in library.sentences(window.source, Span(window.start, window.end))
        ]
    return [
        (source, _with_answer(library, source, span))
        for source, span in dict.fromkeys(places)
        if not library.is_no_passage(source, span)
    ]


def _with_answer(library: Library, source: int, span: Span) -> Span:
    """Return a question together with the sentence after it, which answers it."""
    text = library.documents[source].text
    if text[span.end - 1 : span.end] != "?":
        return span
    following = [s for s in library.sentences(source, Span(span.end, span.end + 120)) if s.start >= span.end]
    return Span(span.start, following[0].end) if following else span


def passage_at(source: int, span: Span, points: Sequence[Point], library: Library) -> Passage:
    """Return a stretch of a source as a passage for a claim with these points."""
    return _rate(source, span, points, "", library)


def _rate(source: int, span: Span, points: Sequence[Point], speaker: str, library: Library) -> Passage:
    items = library.passage_items(source, span)
    hits = hits_in(points, items)
    share = held_share(points, hits)
    voice = _voice(library, source, span) if share >= 0.2 or (speaker and share > 0.1) else ""
    bonus = _VOICE_BONUS if speaker and voice and same_speaker(speaker, voice) else 0.0
    content = sum(1 for item in items if item.kind is not ItemKind.WORD or len(item.form) > 3) or 1
    density = 0.08 * min(1.0, len(hits) / content)
    if bonus + share and library.is_headline(source, span):
        density -= _HEADING
    density += _GIVES_VALUE * any(map(is_sure_value, hits))
    return Passage(source, span, tuple(items), tuple(hits), share, share + bonus + density, voice, bonus > 0)


def _voice(library: Library, source: int, span: Span) -> str:
    """Return who says a passage; of a question and its answer, who answers."""
    last = library.paragraph_at(source, span.end - 1)
    return voice_of(library, source, Span(max(span.start, last.start), span.end))


def _with_neighbours(passage: Passage, points: Sequence[Point], speaker: str, library: Library) -> Passage:
    """Take in the sentence before or after when it holds what the passage lacks."""
    for _ in range(2):
        first = library.paragraph_at(passage.source, passage.span.start)
        last = library.paragraph_at(passage.source, passage.span.end - 1)
        around = library.sentences(passage.source, Span(first.start, last.end))
        before = [s for s in around if s.end <= passage.span.start][-2:]
        after = [s for s in around if s.start >= passage.span.end][:2]
        wider = [
            _rate(
                passage.source,
                Span(min(s.start, passage.span.start), max(s.end, passage.span.end)),
                points,
                speaker,
                library,
            )
            for s in (*after, *reversed(before))
        ]
        best = max(wider, key=lambda p: p.share - 0.04 * (p.span.length - passage.span.length) / 100, default=None)
        if best is None or best.share < passage.share + _NEIGHBOUR_GAIN:
            break
        passage = best
    passage = _with_denial(passage, points, speaker, library)
    answered = _with_answer(library, passage.source, passage.span)
    return passage if answered == passage.span else _rate(passage.source, answered, points, speaker, library)


def _with_denial(passage: Passage, points: Sequence[Point], speaker: str, library: Library) -> Passage:
    """Take in a short sentence right after the passage that denies a word of the claim which the passage lacks."""
    last = library.paragraph_at(passage.source, passage.span.end - 1)
    after = [s for s in library.sentences(passage.source, last) if s.start >= passage.span.end][:1]
    if not after:
        return passage
    items = library.passage_items(passage.source, after[0])
    if len(items) > _SHORT_SENTENCE or not any(is_negation(item) for item in items):
        return passage
    held = {hit.point.item.start for hit in passage.hits}
    fresh = [hit for hit in hits_in(points, items) if hit.point.item.start not in held and hit.worth >= _SAME_WORD]
    wider = Span(passage.span.start, after[0].end)
    return _rate(passage.source, wider, points, speaker, library) if fresh else passage


def _add_further(chosen: list[Passage], rest: Sequence[Passage], points: Sequence[Point]) -> list[Passage]:
    """Add passages from elsewhere for points that none so far holds."""
    while len(chosen) < _MOST_PASSAGES:
        held = {hit.point.item.start for passage in chosen for hit in passage.hits}
        total = sum(point.weight for point in points)
        gains = [
            (sum(hit.point.weight * hit.worth for hit in p.hits if hit.point.item.start not in held) / total, -at)
            for at, p in enumerate(rest)
            if len(p.hits) > 1 or p.hits[0].point.item.kind is ItemKind.WORD or is_telling(p.hits[0].point.item)
        ]
        if not gains or max(gains)[0] < _FURTHER_GAIN:
            break
        chosen.append(rest[-max(gains)[1]])
    return chosen


def _add_for_values(chosen: list[Passage], rest: Sequence[Passage], points: Sequence[Point]) -> list[Passage]:
    """Add a passage for each figure or date that none so far gives, when one gives it and has a word in common."""
    for point in points:
        if point.item.kind is ItemKind.WORD or len(chosen) > _MOST_PASSAGES:
            continue
        if any(_gives(point.item, passage) for passage in chosen):
            continue
        able = [p for p in rest if _gives(point.item, p)] or _that_nearly_give(point.item, rest)
        is_sure = len(able) == 1 and is_telling(point.item)
        giving = next((p for p in able if is_sure or _has_words_too(p, point)), None)
        chosen += [giving] if giving else []
    return chosen


def _that_nearly_give(item: Item, rest: Sequence[Passage]) -> list[Passage]:
    """Return the passages with a telling figure's number, but in another unit or as the end of a range."""
    if item.quantity is None or not is_telling(item):
        return []
    return [p for p in rest if any(likeness(item, other) for other in p.items if other.quantity)]


def _gives(item: Item, passage: Passage) -> bool:
    if any(says_the_same(item, other) and is_as_exact(item, other) for other in passage.items):
        return True
    return item.quantity is not None and is_a_duration(item.quantity, [other for other in passage.items if other.date])


def _has_words_too(passage: Passage, value: Point) -> bool:
    """Return whether a passage holds two more of the claim's points, or one that says much."""
    others = [hit for hit in passage.hits if hit.point.item.start != value.item.start]
    return len(others) >= _WORDS_TOO or sum(hit.point.weight * hit.worth for hit in others) >= _SAYS_MUCH


def _same_place(one: Passage, other: Passage) -> bool:
    return one.source == other.source and one.span.overlap(other.span) > 0
