"""A document becomes an analysis: claims with speakers, checks inside the text, sensitive data."""

from collections.abc import Sequence

import msgspec

from reviewer.analysing import language_model
from reviewer.analysing.consistency.checks import check_story
from reviewer.analysing.duplicates import same_claims
from reviewer.analysing.entities import Entity, EntityKind, build_entities
from reviewer.analysing.finding import Finder
from reviewer.analysing.headline_quotes import with_headline_speakers
from reviewer.analysing.labels import labels_of, more_names
from reviewer.analysing.parse import Parse, parse_paragraphs
from reviewer.analysing.passages import Passage, Story, furniture_of, read_story
from reviewer.analysing.reading import ReadClaim, read_claims
from reviewer.analysing.resolution.cast import Cast
from reviewer.analysing.sensitive import find_sensitive
from reviewer.analysing.voices import voices_of
from reviewer.analysing.worth import worth_checking
from reviewer.model.analysis import Analysis, Depth, Speaker
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.names import Name, find_names

LONGEST_PARSED = 150_000
"""Code points parsed in full, some 25,000 words or ten seconds; the rest of a longer document is read by wording."""


def analyse(
    document: Document, depth: Depth, published: str | None = None, furniture: tuple[Span, ...] | None = None
) -> Analysis:
    """Find the claims, speakers, checks and sensitive data of a document.

    `published` (ISO) overrides the date found in the document; `furniture` replaces the furniture of its blocks. The
    instant pass looks for claims and speakers in the wording alone, so that quotes are on the screen at once; the pass
    by wording finds the rest too. The full pass parses every paragraph, and falls back to that by wording, with an
    empty `model`, when no language model is installed. Raises ReviewerError(MODEL_ALTERED) when the
    model's files are not the ones shipped.
    """
    first = depth is Depth.INSTANT
    story = read_story(document, furniture)
    text = document.text
    parsed = _parses(text, story) if depth is Depth.FULL else {}
    entities = build_entities(text, _names(text, story, parsed), labels_of(parsed.values()))
    claims = read_claims(text, story, Cast(text, entities), Finder(text, parsed), voices_of(document, story))
    return Analysis(
        document=document.id,
        depth=depth,
        model=language_model.model_table().name if parsed else "",
        claims=_with_duplicates(with_headline_speakers([_claim(document, claim) for claim in claims], text)),
        speakers=tuple(_speaker(entity) for entity in entities if entity.kind is not EntityKind.PLACE),
        checks=() if first else tuple(check_story(text, story, entities, published or document.published)),
        sensitive=() if first else tuple(find_sensitive(document)),
        furniture=furniture_of(document, furniture),
        published=published or document.published,
    )


def _parses(text: str, story: Story) -> dict[int, Parse]:
    """Return the parse of each paragraph by its number; of a very long document only the first part is parsed."""
    if not language_model.is_available():
        return {}
    chosen: dict[int, Passage] = {}
    length = 0
    for number, passage in enumerate(story.passages):
        length += passage.span.length
        if length > LONGEST_PARSED:
            break
        chosen[number] = passage
    units = [(passage.span, [sentence.span for sentence in passage.sentences]) for passage in chosen.values()]
    return dict(zip(chosen, parse_paragraphs(language_model.load(), text, units), strict=True))


def _names(text: str, story: Story, parsed: dict[int, Parse]) -> list[Name]:
    labels = [passage.turn for passage in story.passages if passage.turn is not None]
    spans = [*labels, *(sentence.span for sentence in story.sentences)]
    found = [name for span in spans for name in find_names(text, span)]
    return sorted([*found, *more_names(text, parsed.values(), found)], key=lambda name: name.start)


def _claim(document: Document, read: ReadClaim) -> Claim:
    draft = read.draft
    return Claim(
        id=claim_id(document.id, draft.span),
        anchor=anchor_at(document, draft.span),
        kind=draft.kind,
        place=read.place,
        attribution=read.attribution,
        quoted=draft.quoted,
        said=_said(read),
        worth_checking=worth_checking(document.text, draft.span, draft.kind, read.place, read.attribution),
    )


def _with_duplicates(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    same = same_claims(claims)
    return tuple(msgspec.structs.replace(claim, duplicates=same.get(claim.id, ())) for claim in claims)


def _said(read: ReadClaim) -> tuple[Span, ...]:
    draft = read.draft
    if read.attribution is None:
        return ()
    if draft.kind is ClaimKind.DIRECT_QUOTE or draft.statement is None:
        return draft.quoted or (draft.span,)
    return draft.statement.content


def _speaker(entity: Entity) -> Speaker:
    return Speaker(entity.name, tuple(dict.fromkeys(entity.roles)), tuple(entity.mentions))
