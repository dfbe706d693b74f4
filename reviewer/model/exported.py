"""A review as it is read back from a review.json: what people decided, and where; nothing that the machine found.

Findings, evidence and checks can be computed again. They are not believed: a file made to do harm could say verbatim
of a quote that was altered.
"""

from collections.abc import Iterator

import msgspec

from reviewer.model.anchor import Anchor
from reviewer.model.claim import Attribution, Claim
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Correction, Note, Signature, Verdict

_MOST_CLAIMS = 10_000
_MOST_SOURCES = 512
_MOST_LINKS = 64
_MOST_NOTES = 16
_MOST_DRAFTS = 999
_LONGEST_TEXT = 100_000
_LONGEST_LINE = 1000
_LONGEST_DOCUMENT = 1 << 31


class ExportedSource(msgspec.Struct, frozen=True):
    """A source as the packet lists it, by its sha256."""

    document: str
    name: str
    kind: SourceKind = SourceKind.OTHER
    grade: Grade = Grade.SECONDARY
    obtained: str = ""


class ExportedClaim(msgspec.Struct, frozen=True):
    """A claim with what people did to it.

    `number` is the display number, 0 for none. `links` are passages linked by hand, in their order; `shown` is the
    passage that was shown for the claim, `chosen` whether an editor chose it.
    """

    claim: Claim
    number: int = 0
    verdict: Verdict | None = None
    correction: Correction | None = None
    second_reading: Signature | None = None
    notes: tuple[Note, ...] = ()
    links: tuple[Anchor, ...] = ()
    shown: Anchor | None = None
    chosen: bool = False


class ExportedReview(msgspec.Struct, frozen=True):
    """What a review.json says. `name` and `sha256` are those of the file it came from, `made_at` is its own date.

    `dismissed` are claims that were said to be none; `furniture` says of blocks of the article, by their start in
    code points, whether they are page furniture.
    """

    name: str
    sha256: str
    article: str
    article_name: str
    made_at: str = ""
    made_with: str = ""
    profile: str = ""
    title: str = ""
    draft: int = 1
    desk_name: str = ""
    reporter: str = ""
    sources: tuple[ExportedSource, ...] = ()
    claims: tuple[ExportedClaim, ...] = ()
    dismissed: tuple[Anchor, ...] = ()
    furniture: dict[int, bool] = {}


def flaw_in(exported: ExportedReview) -> str:
    """Return what is impossible about a review that was read back, empty when nothing is.

    Whether its places are those of the article is for whoever takes it over: here there is no article.
    """
    if max(len(exported.claims), len(exported.dismissed), len(exported.furniture)) > _MOST_CLAIMS:
        return "it has too many claims"
    if len(exported.sources) > _MOST_SOURCES:
        return "it has too many sources"
    if not 0 < exported.draft <= _MOST_DRAFTS:
        return "its draft has an impossible number"
    if any(len(line) > _LONGEST_LINE for line in _lines(exported)):
        return "a line in it is too long"
    if not all(map(_is_possible, exported.dismissed)):
        return "a claim in it stands in no possible place"
    return next(filter(None, map(_flaw_in_claim, exported.claims)), "")


def _lines(exported: ExportedReview) -> Iterator[str]:
    yield from (exported.name, exported.sha256, exported.article, exported.article_name, exported.made_at)
    yield from (exported.made_with, exported.profile, exported.title, exported.desk_name, exported.reporter)
    for source in exported.sources:
        yield from (source.document, source.name, source.obtained)


def _flaw_in_claim(found: ExportedClaim) -> str:
    if not 0 <= found.number < 1_000_000:
        return "a claim in it has an impossible number"
    if len(found.links) > _MOST_LINKS or len(found.notes) > _MOST_NOTES:
        return "a claim in it has too many notes or passages"
    if any(len(text) > _LONGEST_TEXT for text in _texts(found)):
        return "a text in it is too long"
    if any(len(part) > _LONGEST_LINE for by in _signatures(found) for part in (by.initials, by.name, by.at)):
        return "a signature in it is too long"
    anchors = (found.claim.anchor, *found.links, *filter(None, (found.shown,)))
    return "" if all(map(_is_possible, anchors)) else "a claim in it stands in no possible place"


def _texts(found: ExportedClaim) -> Iterator[str]:
    yield from (note.text for note in found.notes)
    yield from (found.correction.text,) if found.correction else ()
    said: Attribution | None = found.claim.attribution
    yield from (said.speaker, said.resolved, said.cue, said.resolved_from) if said else ()


def _signatures(found: ExportedClaim) -> Iterator[Signature]:
    yield from (note.by for note in found.notes)
    yield from (one.by for one in (found.verdict, found.correction) if one is not None)
    yield from (one for one in (found.second_reading,) if one is not None)


def _is_possible(anchor: Anchor) -> bool:
    return 0 <= anchor.start <= anchor.end <= _LONGEST_DOCUMENT and len(anchor.exact) <= _LONGEST_TEXT
