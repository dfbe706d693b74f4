"""Maps our findings to the labels of a set of labelled edits, and writes predictions for its scorer.

    python tests/benchmarks/matching_labels.py CLAIMS.jsonl SOURCES.jsonl PREDICTIONS.jsonl

CLAIMS has one `{"id", "text"}` a line, SOURCES one `{"doc_id", "text"}`; each claim is taken for a quotation.
"""

import hashlib
import json
import sys
import time
from pathlib import Path

from reviewer.matching.match import match_claims
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Block, BlockKind, Document
from reviewer.model.evidence import DifferenceKind, Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span

LABELS = {
    DifferenceKind.FIGURE: "number",
    DifferenceKind.UNIT: "number",
    DifferenceKind.ROUNDING: "number",
    DifferenceKind.DATE: "number",
    DifferenceKind.NAME: "name",
    DifferenceKind.NEGATION: "negation",
    DifferenceKind.HEDGE: "hedge",
    DifferenceKind.CONDITION: "hedge",
    DifferenceKind.WORD_ADDED: "word_add",
    DifferenceKind.WORD_DROPPED: "word_drop",
}


def label_of(evidence: tuple[Evidence, ...], findings: tuple[Finding, ...]) -> tuple[str, str]:
    """Return the label and coarse class that our findings amount to."""
    rules = {finding.rule for finding in findings}
    if not evidence or Rule.UNSUPPORTED in rules:
        return "absent", "absent"
    differences = evidence[0].differences
    if any(d.kind is DifferenceKind.PARAPHRASE for d in differences):
        return "paraphrase", "paraphrase"
    if Rule.SPLICED_QUOTE in rules:
        return "splice", "altered"
    changed = [d for d in differences if not d.harmless and d.kind is not DifferenceKind.CUT]
    if len(changed) >= 3 and evidence[0].coverage < 0.8:
        return "paraphrase", "paraphrase"
    if changed:
        return LABELS.get(changed[0].kind, "word_sub"), "altered"
    kinds = {d.kind for d in differences}
    runs = evidence[0].runs
    ends = (runs[0].source_start, runs[-1].source_end) if runs else (0, 0)
    hidden = any(
        d.kind is DifferenceKind.CUT and ends[0] < d.source_start < d.source_end < ends[1] for d in differences
    )
    if DifferenceKind.ELLIPSIS in kinds or hidden or len(evidence[0].segments) > 1:
        return "ellipsis", "elided"
    return ("number_fmt" if DifferenceKind.NUMBER_FORMAT in kinds else "verbatim"), "ok"


def prediction(
    name: str, evidence: tuple[Evidence, ...], findings: tuple[Finding, ...], names: dict[str, str]
) -> dict[str, object]:
    """Return one line of predictions."""
    label, coarse = label_of(evidence, findings)
    candidates = []
    for one in evidence:
        if one.anchor is None:
            continue
        candidate: dict[str, object] = {
            "doc_id": names[one.anchor.document], "start": one.anchor.start, "end": one.anchor.end, "score": one.coverage,
        }  # fmt: skip
        if one.segments:
            candidate["spans"] = [[s.start, s.end] for s in one.segments if s.document == one.anchor.document]
        candidates.append(candidate)
    edits = (
        [{"type": d.kind.value, "from": d.source, "to": d.article} for d in evidence[0].differences] if evidence else []
    )
    return {"id": name, "label": label, "coarse": coarse, "candidates": candidates, "edits": edits}


def document(name: str, text: str, blocks: tuple[Block, ...]) -> Document:
    """Return a document of plain text."""
    return Document(
        hashlib.sha256(name.encode() + text.encode()).hexdigest(), name, "text/plain", text, blocks, (), True
    )


def main(claims_file: Path, sources_file: Path, out: Path) -> None:
    """Match all claims as quotations of one article and write the predictions."""
    rows = [json.loads(line) for line in claims_file.read_text("utf-8").splitlines()]
    sources = [json.loads(line) for line in sources_file.read_text("utf-8").splitlines()]
    documents = [document(s["doc_id"], s["text"], (Block(0, len(s["text"]), BlockKind.PARAGRAPH),)) for s in sources]
    text, spans = "", []
    for row in rows:
        spans.append(Span(len(text), len(text) + len(row["text"])))
        text += row["text"] + "\n\n"
    article = document("article", text, tuple(Block(s.start, s.end, BlockKind.PARAGRAPH) for s in spans))
    claims = [Claim(claim_id(article.id, s), anchor_at(article, s), ClaimKind.DIRECT_QUOTE, quoted=(s,)) for s in spans]
    names = {d.id: d.name for d in documents}
    started = time.perf_counter()
    evidence, findings = match_claims(article, claims, documents, ())
    print(f"{len(claims)} claims in {time.perf_counter() - started:.2f} s")
    lines = [prediction(r["id"], evidence[c.id], findings[c.id], names) for r, c in zip(rows, claims, strict=True)]
    out.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
