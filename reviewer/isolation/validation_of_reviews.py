"""Checks of a review that came from elsewhere: every place in it must be one that its documents have."""

from collections.abc import Iterable, Iterator
from itertools import chain

from reviewer.isolation.validation_of_documents import require
from reviewer.isolation.validation_of_findings import check_analysis
from reviewer.model.anchor import Anchor
from reviewer.model.evidence import AlignedRun, Difference, Evidence
from reviewer.model.redaction import HiddenWord, PageArea
from reviewer.model.review import Review


def check_review(untrusted: Review) -> None:
    """Check every place that a review speaks of against its documents, which must have been checked already.

    A passage may belong to an earlier draft, so that offsets of the article's side are held against the longest
    document. Raises GarbledError.
    """
    documents = untrusted.documents
    require(untrusted.desk.article is None or untrusted.desk.article in documents, "an article that is not there")
    for entry in untrusted.desk.sources:
        require(entry.document in documents, "a source that is not there")
    for document, analysis in untrusted.analyses.items():
        require(document in documents, "the analysis of a document that is not there")
        check_analysis(documents[document], analysis)
    longest = max((len(document.text) for document in documents.values()), default=0)
    for evidence in _evidence_in(untrusted):
        _check_ranges(evidence, longest)
    _check_anchors(_anchors_in(untrusted), untrusted)
    for target in (mark.target for mark in untrusted.desk.marks):
        if isinstance(target, PageArea):
            require(target.document in documents, "a mark on a document that is not there")
            require(0 < target.page <= len(documents[target.document].pages), "a mark on a page that is not there")
        elif isinstance(target, HiddenWord):
            require(target.document in documents, "a mark on a document that is not there")
            require(bool(target.word.strip()), "a mark without a word")
    require(all(number > 0 for number in untrusted.numbers.values()), "an impossible claim number")


def _evidence_in(review: Review) -> Iterator[Evidence]:
    return chain.from_iterable(chain(review.evidence.values(), review.desk.links.values()))


def _anchors_in(review: Review) -> Iterator[Anchor]:
    for evidence in _evidence_in(review):
        yield from (anchor for anchor in (evidence.anchor, *evidence.segments) if anchor is not None)
    yield from (claim.anchor for claim in review.desk.added_claims)
    yield from (mark.target for mark in review.desk.marks if isinstance(mark.target, Anchor))


def _check_anchors(untrusted: Iterable[Anchor], review: Review) -> None:
    for anchor in untrusted:
        require(anchor.document in review.documents, "a passage in a document that is not there")
        length = len(review.documents[anchor.document].text)
        require(0 <= anchor.start <= anchor.end <= length, "a passage outside its document")


def _check_ranges(untrusted: Evidence, longest: int) -> None:
    parts: tuple[Difference | AlignedRun, ...] = (*untrusted.differences, *untrusted.runs)
    for part in parts:
        require(0 <= part.article_start <= part.article_end <= longest, "a difference outside the article")
        require(0 <= part.source_start <= part.source_end <= longest, "a difference outside the source")
