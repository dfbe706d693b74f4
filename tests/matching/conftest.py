"""Builders for matching: one claim of an article against one or more sources, all in plain text."""

import hashlib
import re
from collections.abc import Callable

import msgspec
import pytest

from reviewer.matching.match import match_claims
from reviewer.model.analysis import Analysis
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Attribution, Claim, ClaimKind, claim_id
from reviewer.model.document import Block, BlockKind, Document
from reviewer.model.evidence import Difference, Evidence
from reviewer.model.finding import Finding, Rule, worst
from reviewer.model.geometry import Span
from reviewer.model.quoting import QuoteProfile

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def make_document(text: str, name: str = "source.txt") -> Document:
    """Return a plain-text document with one block for each paragraph."""
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in PARAGRAPH.finditer(text))
    return Document(hashlib.sha256(f"{name}:{text}".encode()).hexdigest(), name, "text/plain", text, blocks, (), True)


class Judged(msgspec.Struct, frozen=True):
    """What came of one claim."""

    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]

    @property
    def rule(self) -> Rule:
        first = worst(self.findings)
        assert first is not None
        return first.rule

    @property
    def rules(self) -> set[Rule]:
        return {finding.rule for finding in self.findings}

    @property
    def arguments(self) -> dict[str, str]:
        first = worst(self.findings)
        assert first is not None
        return first.arguments

    @property
    def differences(self) -> tuple[Difference, ...]:
        return self.evidence[0].differences

    @property
    def passage(self) -> str:
        anchor = self.evidence[0].anchor
        assert anchor is not None
        return anchor.exact


def judge(
    sentence: str,
    *sources: str,
    kind: ClaimKind = ClaimKind.FIGURE,
    speaker: str = "",
    cue: str = "",
    article: str = "",
    published: str | None = "2025-09-16",
    profile: str | QuoteProfile = "standard",
    analyses: tuple[Analysis, ...] = (),
) -> Judged:
    """Match one sentence of an article (the whole article when none is given) against sources."""
    text = article or sentence
    document = make_document(text, "article.txt")
    span = Span(text.index(sentence), text.index(sentence) + len(sentence))
    quoted: tuple[Span, ...] = ()
    if kind in (ClaimKind.DIRECT_QUOTE, ClaimKind.MIXED_QUOTE):
        quoted = tuple(Span(span.start + m.start(1), span.start + m.end(1)) for m in QUOTED.finditer(sentence))
    claim = Claim(
        claim_id(document.id, span),
        anchor_at(document, span),
        kind,
        attribution=_attribution(text, span, speaker, cue) if speaker else None,
        quoted=quoted,
    )
    documents = [make_document(source, f"source-{at}.txt") for at, source in enumerate(sources)]
    evidence, findings = match_claims(document, [claim], documents, analyses, published, profile)
    return Judged(evidence[claim.id], findings[claim.id])


def _attribution(text: str, within: Span, speaker: str, cue: str) -> Attribution:
    def place(words: str) -> Span | None:
        at = text.find(words, within.start, within.end) if words else -1
        return Span(at, at + len(words)) if at >= 0 else None

    return Attribution(speaker, speaker, cue, speaker_span=place(speaker.split()[-1]), cue_span=place(cue))


@pytest.fixture
def judge_quote() -> Callable[..., Judged]:
    """Judge words printed in quotation marks against what was said."""

    def run(words: str, *sources: str, **more: object) -> Judged:
        return judge(f"“{words}”", *sources, kind=ClaimKind.DIRECT_QUOTE, **more)  # type: ignore[arg-type]

    return run


@pytest.fixture
def judge_claim() -> Callable[..., Judged]:
    """Judge a sentence in the reporter's words against sources."""

    def run(sentence: str, *sources: str, **more: object) -> Judged:
        return judge(sentence, *sources, **more)  # type: ignore[arg-type]

    return run
