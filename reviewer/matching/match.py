"""Claims and sources become evidence and findings: the one door of this room."""

from collections.abc import Callable, Iterable, Sequence

from reviewer.matching.index import IndexShelf
from reviewer.matching.library import Library
from reviewer.matching.mixed_claims import check_mixed
from reviewer.matching.quote_claims import check_quote
from reviewer.matching.restated_claims import check_restated
from reviewer.matching.rules import quote_profile as quote_profile_named
from reviewer.model.analysis import Analysis
from reviewer.model.claim import Claim, ClaimKind
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding
from reviewer.model.quoting import QuoteProfile
from reviewer.model.request import Progress, Step

_shelf = IndexShelf()

_STEP = 8
"""Claims between two reports of progress."""


def match_claims(
    article: Document,
    claims: Sequence[Claim],
    sources: Sequence[Document],
    analyses: Iterable[Analysis],
    published: str | None = None,
    quote_profile: str | QuoteProfile = "standard",
    progress: Callable[[Progress], None] = lambda _: None,
    uncompared: list[str] | None = None,
    shelf: IndexShelf = _shelf,
) -> tuple[dict[str, tuple[Evidence, ...]], dict[str, tuple[Finding, ...]]]:
    """Find for each claim of an article the passages it rests on, what differs, and which rules that breaks.

    Evidence comes best first; when no source holds a claim, the nearest passage comes with `supports` False.
    Findings come worst first; every claim has at least one, unless there are no sources at all, which is no finding.
    `published` (ISO) resolves the article's relative dates; `quote_profile`, or the name of a shipped one, says how
    strictly quotations are read; `analyses` are those of the sources and tell who says a passage. All offsets are code
    points. With a list of `uncompared` a claim at which a rule breaks is named there and gets neither, so that it does
    not cost the others theirs; without one, whatever the rule raises is raised. `shelf` has the indexes at hand.
    """
    if not sources:
        return {claim.id: () for claim in claims}, {claim.id: () for claim in claims}
    library = Library(sources, {analysis.document: analysis for analysis in analyses}, shelf)
    profile = quote_profile_named(quote_profile) if isinstance(quote_profile, str) else quote_profile
    evidence: dict[str, tuple[Evidence, ...]] = {}
    findings: dict[str, tuple[Finding, ...]] = {}
    for done, claim in enumerate(claims):
        if done % _STEP == 0:
            progress(Progress(Step.MATCHING, done, len(claims)))
        try:
            passages, noticed = _check(article, claim, library, published or article.published, profile)
        except MemoryError:
            raise
        except Exception:
            if uncompared is None:
                raise
            uncompared.append(claim.id)
            passages, noticed = [], []
        evidence[claim.id] = tuple(passages)
        findings[claim.id] = tuple(sorted(noticed, key=lambda finding: -finding.severity))
    progress(Progress(Step.MATCHING, len(claims), len(claims)))
    return evidence, findings


def _check(
    article: Document, claim: Claim, library: Library, published: str | None, profile: QuoteProfile
) -> tuple[list[Evidence], list[Finding]]:
    if claim.kind is ClaimKind.DIRECT_QUOTE:
        return check_quote(article, claim, library, published, profile)
    if claim.kind is ClaimKind.MIXED_QUOTE and claim.quoted:
        return check_mixed(article, claim, library, published, profile)
    return check_restated(article, claim, library, published)
