"""The packet as data: review.json in the W3C Web Annotation vocabulary, claims.csv, manifest.sha256.

https://www.w3.org/TR/annotation-model/ : each claim is one annotation whose target is the claim in the article, with
a TextQuoteSelector and a TextPositionSelector; the passage it rests on is a linked resource in its body. What the
vocabulary has no word for stands under `reviewer:` with the names of this program's own records.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from reviewer.exporting import wording
from reviewer.exporting.edition import TOOL
from reviewer.exporting.records import ClaimRecord, SourcePassage, build_records, one_line
from reviewer.exporting.redaction_log import mark_box, mark_place
from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.packet import PacketFile, PacketOptions
from reviewer.model.redaction import RedactionMark
from reviewer.model.review import Review
from reviewer.model.verdict import NoteKind, Signature

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reviewer": "urn:reviewer:vocabulary:1:"}]
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "id",
    "verdict",
    "kind",
    "place",
    "text",
    "said_by",
    "said_by_as_printed",
    "cue",
    "article_locator",
    "source",
    "source_file",
    "source_locator",
    "source_text",
    "source_grade",
    "finding",
    "all_findings",
    "why",
    "how_verified",
    "correction",
    "note",
    "legal_note",
    "response_sought",
    "response_received",
    "checker_initials",
    "checker",
    "checked_at",
    "second_reader_initials",
    "second_reader",
    "second_read_at",
    "carried",
    "claim_id",
)


def review_json(review: Review, options: PacketOptions, redacted: frozenset[str] = frozenset()) -> bytes:
    """Return review.json of a review as its readers may see it; same review and options, same bytes.

    `redacted` are documents whose id is the hash of their redacted text, not of their file.
    """
    records = build_records(review)
    annotations = [_annotation(review, record) for record in records]
    article = review.article
    collection: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"urn:sha256:{article.id}#review" if article else "urn:reviewer:review",
        "type": "AnnotationCollection",
        "label": one_line(review.desk.title),
        "generated": options.made_at,
        "generator": {"type": "Software", "name": TOOL},
        "total": len(annotations),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": annotations},
        "reviewer:profile": options.profile.value,
        "reviewer:revision": review.revision,
        "reviewer:draft": review.desk.draft,
        "reviewer:desk": review.desk.desk_name,
        "reviewer:reporter": review.desk.reporter,
        "reviewer:article": _document(article, "", redacted) if article else None,
        "reviewer:sources": [_source(review, document, redacted) for document in review.sources],
        "reviewer:marks": [_mark(review, mark) for mark in review.desk.marks],
        "reviewer:checks": _checks(review),
        "reviewer:dismissed": _dismissed(review),
        "reviewer:furniture": _furniture(review),
        "reviewer:taken_over": msgspec.to_builtins(review.desk.taken_over),
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def claims_csv(records: Iterable[ClaimRecord]) -> bytes:
    """Return one row a claim, UTF-8 with a byte-order mark as spreadsheets expect.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for record in records:
        row = _row(record)
        writer.writerow([_harmless(row.get(column, "")) for column in _COLUMNS])
    return out.getvalue().encode("utf-8-sig", "replace")


def manifest(files: Iterable[PacketFile]) -> bytes:
    """Return the hashes of files in the form that `sha256sum -c` reads."""
    lines = [f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda file: file.name)]
    return "".join(lines).encode()


def _annotation(review: Review, record: ClaimRecord) -> dict[str, Any]:
    claim = record.claim
    body: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "assessing", "value": wording.DECISIONS[record.decision], "language": "en"}
    ]
    body += [
        {"type": "TextualBody", "purpose": "classifying", "value": finding.rule.value} for finding in record.findings
    ]
    if record.correction:
        body.append({"type": "TextualBody", "purpose": "editing", "value": record.correction.text})
    for kind, text in record.notes.items():
        if text:
            body.append({"type": "TextualBody", "purpose": "commenting", "value": text, "reviewer:for": kind.value})
    body += [_linked(passage) for passage in record.passages]
    made: dict[str, Any] = {
        "id": f"urn:reviewer:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": body,
        "target": _target(claim.anchor, record.locator),
        "reviewer:number": record.number,
        "reviewer:carried": record.carried,
    }
    if record.verdict:
        made |= {"creator": _person(record.verdict.by), "created": record.verdict.by.at}
    made["reviewer:record"] = _own_record(review, record)
    return made


def _own_record(review: Review, record: ClaimRecord) -> dict[str, Any]:
    """Return everything in the names of the model, so that a review can be made of it again."""
    desk, claim = review.desk, record.claim
    return {
        "claim": msgspec.to_builtins(claim),
        "findings": msgspec.to_builtins(review.findings.get(claim.id, ())),
        "evidence": msgspec.to_builtins(review.evidence.get(claim.id, ())),
        "links": msgspec.to_builtins(desk.links.get(claim.id, ())),
        "candidate": desk.candidates.get(claim.id),
        "verdict": msgspec.to_builtins(record.verdict),
        "correction": msgspec.to_builtins(record.correction),
        "second_reading": msgspec.to_builtins(record.second),
        "notes": {
            kind.value: msgspec.to_builtins(desk.notes[key])
            for kind in NoteKind
            if (key := f"{claim.id}:{kind.value}") in desk.notes
        },
    }


def _linked(passage: SourcePassage) -> dict[str, Any]:
    anchor = passage.evidence.anchor
    linked: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": f"urn:sha256:{passage.document.id}",
    }
    if anchor is not None:
        linked["selector"] = _selectors(anchor)
    return linked | {
        "reviewer:label": passage.entry.label,
        "reviewer:locator": passage.locator,
        "reviewer:supports": passage.evidence.supports,
    }


def _target(anchor: Anchor, locator: str) -> dict[str, Any]:
    return {"source": f"urn:sha256:{anchor.document}", "selector": _selectors(anchor), "reviewer:locator": locator}


def _selectors(anchor: Anchor) -> list[dict[str, Any]]:
    return [
        {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]


def _person(signature: Signature) -> dict[str, str]:
    return {"type": "Person", "name": signature.name, "nickname": signature.initials}


def _document(document: Document, label: str, redacted: frozenset[str]) -> dict[str, Any]:
    hashed = {"hash_of": "redacted text"} if document.id in redacted else {}
    return hashed | {
        "id": f"urn:sha256:{document.id}",
        "name": document.name,
        "format": document.media_type,
        "label": label,
        "published": document.published,
        "parent": document.parent,
        "pages": len(document.pages),
        "typeset": document.typeset,
        "notices": msgspec.to_builtins(document.notices),
    }


def _source(review: Review, document: Document, redacted: frozenset[str]) -> dict[str, Any]:
    entry = review.source_entry(document.id)
    if entry is None:
        return _document(document, "", redacted)
    more = {"kind": entry.kind.value, "grade": entry.grade.value, "obtained": entry.obtained}
    return _document(document, entry.label, redacted) | more


def _mark(review: Review, mark: RedactionMark) -> dict[str, Any]:
    """Return a redaction that was applied: where, why, by whom and when; never the words."""
    made: dict[str, Any] = msgspec.to_builtins(mark)
    for private in ("exact", "prefix", "suffix", "word"):
        made["target"].pop(private, None)
    return made | {"place": mark_place(review, mark), "box": mark_box(review, mark), "applied": True}


def _checks(review: Review) -> list[Any]:
    analysis = review.analyses.get(review.desk.article or "")
    return [msgspec.to_builtins(check) for check in analysis.checks] if analysis else []


def _dismissed(review: Review) -> list[Any]:
    """Return where the claims stand that an editor said are none."""
    analysis = review.analyses.get(review.desk.article or "")
    claims = analysis.claims if analysis else ()
    gone = [claim.anchor for claim in claims if claim.id in review.desk.dismissed]
    return [{"source": f"urn:sha256:{anchor.document}", "selector": _selectors(anchor)} for anchor in gone]


def _furniture(review: Review) -> dict[str, bool]:
    """Return what an editor said of blocks of the article, by their start in code points."""
    lead = f"{review.desk.article}:"
    switches = review.desk.furniture_switches
    return {key.removeprefix(lead): switches[key] for key in sorted(switches) if key.startswith(lead)}


def _row(record: ClaimRecord) -> Mapping[str, str]:
    claim, verdict, second, passage = record.claim, record.verdict, record.second, record.passage
    row = {
        "id": record.number,
        "verdict": wording.DECISIONS[record.decision],
        "kind": claim.kind.value,
        "place": claim.place.value,
        "text": one_line(claim.text),
        "said_by": record.said_by,
        "said_by_as_printed": claim.attribution.speaker if claim.attribution else "",
        "cue": claim.attribution.cue if claim.attribution else "",
        "article_locator": record.locator,
        "finding": record.findings[0].rule.value if record.findings else "",
        "all_findings": " ".join(finding.rule.value for finding in record.findings),
        "why": "; ".join(filter(None, (wording.finding_reason(finding) for finding in record.findings))),
        "correction": one_line(record.correction.text) if record.correction else "",
        "note": record.notes.get(NoteKind.DESK, ""),
        "legal_note": record.notes.get(NoteKind.LEGAL, ""),
        "response_sought": record.notes.get(NoteKind.RESPONSE_SOUGHT, ""),
        "response_received": record.notes.get(NoteKind.RESPONSE_RECEIVED, ""),
        "carried": record.carried,
        "claim_id": claim.id,
    }
    if passage:
        row |= {
            "source": passage.entry.label,
            "source_file": passage.document.name,
            "source_locator": passage.locator,
            "source_text": one_line(passage.text),
            "source_grade": passage.entry.grade.value,
        }
    if verdict:
        row |= {
            "how_verified": verdict.method.value,
            "checker_initials": verdict.by.initials,
            "checker": verdict.by.name,
            "checked_at": verdict.by.at,
        }
    if second:
        row |= {
            "second_reader_initials": second.initials,
            "second_reader": second.name,
            "second_read_at": second.at,
        }
    return row


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
