"""A review.json, or a packet that carries one, is read back; strictly, since anybody may have written it.

Only what `data.review_json` writes is understood: a W3C annotation collection whose items hold this program's own
records. What the machine found is left where it is (see `model.exported`).
"""

import hashlib
import io

import msgspec
import pikepdf

from reviewer.model.anchor import Anchor
from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedClaim, ExportedReview, ExportedSource, flaw_in
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Correction, Note, Signature, Verdict

_URN = "urn:sha256:"
_LARGEST = 128 * 1024 * 1024
_CARRIED = "review.json"


class _Selector(msgspec.Struct, frozen=True):
    type: str
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


class _Target(msgspec.Struct, frozen=True):
    source: str
    selector: tuple[_Selector, ...]


class _Document(msgspec.Struct, frozen=True):
    id: str
    name: str
    kind: SourceKind = SourceKind.OTHER
    grade: Grade = Grade.SECONDARY
    obtained: str = ""


class _Record(msgspec.Struct, frozen=True):
    claim: Claim
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Evidence, ...] = ()
    candidate: int | None = None
    verdict: Verdict | None = None
    correction: Correction | None = None
    second_reading: Signature | None = None
    notes: dict[str, Note] = {}


class _Item(msgspec.Struct, frozen=True):
    record: _Record = msgspec.field(name="reviewer:record")
    number: str = msgspec.field(name="reviewer:number", default="")


class _Page(msgspec.Struct, frozen=True):
    items: tuple[_Item, ...]


class _Software(msgspec.Struct, frozen=True):
    name: str = ""


class _Collection(msgspec.Struct, frozen=True):
    type: str
    first: _Page
    article: _Document = msgspec.field(name="reviewer:article")
    label: str = ""
    generated: str = ""
    generator: _Software = _Software()
    profile: str = msgspec.field(name="reviewer:profile", default="")
    draft: int = msgspec.field(name="reviewer:draft", default=1)
    desk: str = msgspec.field(name="reviewer:desk", default="")
    reporter: str = msgspec.field(name="reviewer:reporter", default="")
    sources: tuple[_Document, ...] = msgspec.field(name="reviewer:sources", default=())
    dismissed: tuple[_Target, ...] = msgspec.field(name="reviewer:dismissed", default=())
    furniture: dict[str, bool] = msgspec.field(name="reviewer:furniture", default={})


_decoder = msgspec.json.Decoder(_Collection)


def read_exported(name: str, content: bytes) -> ExportedReview:
    """Return what people decided according to a review.json, or to the one that a packet in PDF carries.

    Raises ReviewerError with NOT_A_REVIEW_JSON for anything else, however it is broken.
    """
    if content.startswith(b"%PDF"):
        content = _carried(name, content)
    if len(content) > _LARGEST:
        raise _refusal(name, "it is too large")
    try:
        found = _decoder.decode(content)
        made = _exported(name, hashlib.sha256(content).hexdigest(), found)
    except msgspec.ValidationError as error:
        raise _refusal(name, str(error)) from error
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise _refusal(name, "it is no sound JSON") from error
    if flaw := flaw_in(made):
        raise _refusal(name, flaw)
    return made


def _carried(name: str, content: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            attached = pdf.attachments.get(_CARRIED)
            if attached is None:
                raise _refusal(name, f"no {_CARRIED} is attached to it")
            return attached.get_file().read_bytes()
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, RuntimeError) as error:
        raise _refusal(name, "its attachments cannot be read") from error


def _exported(name: str, sha256: str, found: _Collection) -> ExportedReview:
    if found.type != "AnnotationCollection":
        raise msgspec.ValidationError("it is no collection of annotations")
    return ExportedReview(
        name=name,
        sha256=sha256,
        article=found.article.id.removeprefix(_URN),
        article_name=_short(found.article.name),
        made_at=_short(found.generated),
        made_with=_short(found.generator.name),
        profile=_short(found.profile),
        title=_short(found.label),
        draft=found.draft,
        desk_name=_short(found.desk),
        reporter=_short(found.reporter),
        sources=tuple(_source(one) for one in found.sources),
        claims=tuple(_claim(item) for item in found.first.items),
        dismissed=tuple(_anchor(target) for target in found.dismissed),
        furniture={int(key): on for key, on in found.furniture.items() if key.isdecimal() and len(key) < 10},
    )


def _source(found: _Document) -> ExportedSource:
    document = found.id.removeprefix(_URN)
    return ExportedSource(document, _short(found.name), found.kind, found.grade, _short(found.obtained))


def _claim(item: _Item) -> ExportedClaim:
    record = item.record
    passages = (*record.links, *record.evidence)
    chosen = record.candidate is not None and 0 <= record.candidate < len(passages)
    shown = passages[record.candidate or 0] if chosen else next(iter(passages), None)
    return ExportedClaim(
        claim=msgspec.structs.replace(record.claim, duplicates=()),
        number=_number(item.number),
        verdict=record.verdict,
        correction=record.correction,
        second_reading=record.second_reading,
        notes=tuple(record.notes.values()),
        links=tuple(one.anchor for one in record.links if one.anchor is not None),
        shown=shown.anchor if shown and (chosen or shown.supports) else None,
        chosen=chosen,
    )


def _anchor(target: _Target) -> Anchor:
    quote = next((one for one in target.selector if one.type == "TextQuoteSelector"), None)
    position = next((one for one in target.selector if one.type == "TextPositionSelector"), None)
    if quote is None or position is None:
        raise msgspec.ValidationError("a place in it lacks a selector")
    document = target.source.removeprefix(_URN)
    return Anchor(document, position.start, position.end, quote.exact, quote.prefix, quote.suffix)


def _number(shown: str) -> int:
    digits = shown.removeprefix("C")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else 0


def _short(text: str) -> str:
    return text[:1000]


def _refusal(name: str, reason: str) -> ReviewerError:
    return ReviewerError(ProblemCode.NOT_A_REVIEW_JSON, name=name, reason=reason)
