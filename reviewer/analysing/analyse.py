"""A document becomes an analysis: claims with speakers, checks inside the text, sensitive data."""

from collections.abc import Sequence

from reviewer.analysing.entities import Entity, EntityKind, build_entities
from reviewer.analysing.marks import is_speech
from reviewer.analysing.passages import Sentence, Story, furniture_of, read_story
from reviewer.analysing.pieces import cut_into_pieces
from reviewer.analysing.reading import FindStatements, ReadClaim, read_claims
from reviewer.analysing.rules.headlines import find_in_headline
from reviewer.analysing.rules.wording import find_by_wording
from reviewer.analysing.speakers import Cast
from reviewer.analysing.statement import Statement
from reviewer.model.analysis import Analysis, Depth, Speaker
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, Place, claim_id
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.names import Name, find_names


def analyse(
    document: Document, depth: Depth, published: str | None = None, furniture: tuple[Span, ...] | None = None
) -> Analysis:
    """Find the claims, speakers, checks and sensitive data of a document.

    `published` (ISO) overrides the date found in the document; `furniture` replaces the furniture of its blocks. The
    instant pass looks at the wording alone; the full pass parses every paragraph, and falls back to the instant
    pass, with an empty `model`, when no language model is installed. Raises ReviewerError(MODEL_ALTERED) when the
    model's files are not the ones shipped.
    """
    story = read_story(document, furniture)
    text = document.text
    entities = build_entities(text, _names(text, story), {})
    claims = read_claims(text, story, Cast(text, entities), _finder(text))
    return Analysis(
        document=document.id,
        depth=depth,
        claims=tuple(_claim(document, claim) for claim in claims),
        speakers=tuple(_speaker(entity) for entity in entities if entity.kind is not EntityKind.PLACE),
        furniture=furniture_of(document, furniture),
        published=published or document.published,
    )


def _names(text: str, story: Story) -> list[Name]:
    return [name for sentence in story.sentences for name in find_names(text, sentence.span)]


def _finder(text: str) -> FindStatements:
    def find(sentence: Sentence) -> Sequence[Statement]:
        if sentence.place is Place.HEADLINE:
            found = find_in_headline(text, sentence.span)
            if found:
                return found
        spoken = [quotation for quotation in sentence.quotations if is_speech(text, sentence, quotation)]
        return find_by_wording(cut_into_pieces(text, sentence, spoken))

    return find


def _claim(document: Document, read: ReadClaim) -> Claim:
    draft = read.draft
    return Claim(
        id=claim_id(document.id, draft.span),
        anchor=anchor_at(document, draft.span),
        kind=draft.kind,
        place=read.place,
        attribution=read.attribution,
        quoted=draft.quoted,
    )


def _speaker(entity: Entity) -> Speaker:
    return Speaker(entity.name, tuple(dict.fromkeys(entity.roles)), tuple(entity.mentions))
