"""Reads a story sentence by sentence and gives every claim its speaker."""

from collections.abc import Callable, Sequence

import msgspec

from reviewer.analysing.drafts import Draft, draft_claims
from reviewer.analysing.entities import EntityKind
from reviewer.analysing.passages import Passage, Sentence, Story
from reviewer.analysing.speakers import Cast, Resolved
from reviewer.analysing.statement import Statement
from reviewer.model.claim import Attribution, ClaimKind, Place
from reviewer.model.geometry import Span

FindStatements = Callable[[Sentence], Sequence[Statement]]


class ReadClaim(msgspec.Struct, frozen=True):
    """A draft with its speaker."""

    draft: Draft
    place: Place
    attribution: Attribution | None


def read_claims(text: str, story: Story, cast: Cast, find: FindStatements) -> list[ReadClaim]:
    """Return the claims of a story in text order, each with whoever is said to say it.

    A quote without a tag goes on with the last speaker: within a paragraph, over the paragraphs of a running quote,
    and in a paragraph of its own after somebody's words.
    """
    claims: list[ReadClaim] = []
    for passage in story.passages:
        claims.extend(_read_passage(text, passage, cast, find))
    return claims


def _read_passage(text: str, passage: Passage, cast: Cast, find: FindStatements) -> list[ReadClaim]:
    claims: list[ReadClaim] = []
    subject: Resolved | None = None
    for sentence in passage.sentences:
        statements = find(sentence)
        names_before = cast.named_in(sentence.span)
        for entity in names_before:
            start = min((m.start for m in entity.mentions if m.start >= sentence.start), default=sentence.start)
            leads = start - sentence.start < 12
            cast.remember(entity, start, sentence.paragraph, 2.0 if leads else 1.0)
        for draft in draft_claims(text, sentence, statements):
            attribution = _attribution(text, draft, sentence, cast, subject)
            claims.append(ReadClaim(draft, sentence.place, attribution))
        subject = _subject(sentence, cast)
    return claims


def _attribution(
    text: str, draft: Draft, sentence: Sentence, cast: Cast, subject: Resolved | None
) -> Attribution | None:
    statement = draft.statement
    if statement is not None and statement.speaker is not None:
        resolved = cast.resolve(statement.speaker, sentence.paragraph)
        if sentence.place is not Place.HEADLINE:
            cast.spoke(resolved, statement.speaker.start, sentence.paragraph)
        return Attribution(
            speaker=statement.speaker.of(text),
            resolved=resolved.name,
            cue=statement.cue.of(text),
            resolved_from=resolved.resolved_from,
            speaker_span=statement.speaker,
            cue_span=statement.cue,
        )
    if statement is None and not draft.floating:
        return None
    inherited = subject if draft.kind is ClaimKind.DIRECT_QUOTE and subject is not None else cast.last_speaker
    if inherited is None:
        return None
    cast.spoke(inherited, sentence.start, sentence.paragraph)
    cue = statement.cue if statement is not None else None
    return Attribution("", inherited.name, cue.of(text) if cue else "", inherited.resolved_from, None, cue)


def _subject(sentence: Sentence, cast: Cast) -> Resolved | None:
    """Return the person that a sentence without a quotation begins with: a quote that follows it is theirs."""
    if sentence.quotations:
        return None
    head = Span(sentence.start, min(sentence.end, sentence.start + 60))
    for entity in cast.named_in(head):
        starts = [mention.start for mention in entity.mentions if head.start <= mention.start < head.end]
        if entity.kind is EntityKind.PERSON and starts and starts[0] - sentence.start < 20:
            return Resolved(entity.name, entity.name, entity)
    return None
