"""A review becomes a packet: files in memory, attacked for what they must not hold, read back, then handed over."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.exporting.claim_review import claim_reviews
from reviewer.exporting.data import claims_csv, manifest, review_json
from reviewer.exporting.docx_letter import make_letter_docx
from reviewer.exporting.docx_original import commented_original
from reviewer.exporting.docx_packet import make_docx
from reviewer.exporting.edition import PacketFacts, gather_facts
from reviewer.exporting.pdf_letter import make_letter_pdf
from reviewer.exporting.pdf_packet import PARTS, make_pdf
from reviewer.exporting.profiles import Edition, edition_for
from reviewer.exporting.redacted_pages import printed_pages
from reviewer.exporting.redacted_review import redact_review
from reviewer.formats.xfdf import xfdf_of
from reviewer.model.packet import PacketFile, PacketFormat, PacketOptions, PacketRedaction, Profile, packet_file
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Progress, Step
from reviewer.model.review import Review
from reviewer.proof.leaks import refuse_leaks
from reviewer.proof.reread import ExpectedFile, check_readable

PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XFDF_TYPE = "application/vnd.adobe.xfdf"
_WITH_ATTACHMENTS = (Profile.DESK, Profile.LEGAL)
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass
class _Progress:
    """Counts parts and reports them."""

    report: Callable[[Progress], None]
    total: int
    done: int = 0

    def step(self) -> None:
        self.done += 1
        self.report(Progress(Step.WRITING_PACKET, self.done, self.total))


def make_packet(
    review: Review,
    options: PacketOptions,
    originals: Mapping[str, bytes],
    galleys: Mapping[str, bytes],
    progress: Callable[[Progress], None] = lambda _: None,
    redaction: PacketRedaction | None = None,
) -> tuple[PacketFile, ...]:
    """Make the files of a packet; the same review and options give the same bytes.

    `originals` and `galleys` are by document id. An article that was a DOCX comes along, with comments on its own
    words, when a DOCX is wanted. With a `redaction` it does not, the galleys have been redacted, and the review is
    before anything else is done with it. Raises ReviewerError: NO_ARTICLE; UNKNOWN_CLAIM when a chosen claim is not in
    the review; PACKET_LEAKS when it has marks and no redaction, or when a finished file still holds what the profile
    withholds; PACKET_BROKEN when a finished file cannot be read back whole.
    """
    if review.desk.marks and redaction is None:
        raise ReviewerError(ProblemCode.PACKET_LEAKS, what="a marked passage", where="every part")
    edition = edition_for(review, options)
    redacted: frozenset[str] = frozenset()
    if redaction is not None:
        clean = redact_review(review, redaction, printed_pages(galleys))
        options, redacted = clean.options(options), clean.redacted
        edition = edition.joined(edition_for(clean.review, options))
        galleys = {clean.ids[key]: galley for key, galley in galleys.items()}
    json_bytes = review_json(edition.review, options, redacted)
    shown = {key: galley for key, galley in galleys.items() if edition.may_show(key)}
    facts = gather_facts(edition.review, options, json_bytes, shown, redacted)
    steps = _Progress(progress, total=len(options.formats) * len(PARTS))
    if options.profile is Profile.OUTSIDE:
        made, expected = _letters(facts, steps)
    else:
        data = _data_files(facts, json_bytes) if options.profile in _WITH_ATTACHMENTS else []
        made, expected = _packets(facts, data, steps)
        made += _article_with_comments(facts, {} if redaction else originals)
        made += _on_request(facts, made)
        made += data
        if data:
            made.append(packet_file("manifest.sha256", "text/plain", manifest(made)))
    _check(edition, made, expected, progress)
    return tuple(made)


def packet_name(slug: str, profile: Profile) -> str:
    """Return a file name without extension that every file system takes."""
    stem = _UNSAFE.sub("-", slug).strip("-.")[:60].strip("-.") or "packet"
    return f"{stem}-{profile.value}"


def _packets(
    facts: PacketFacts, data: list[PacketFile], steps: _Progress
) -> tuple[list[PacketFile], list[ExpectedFile]]:
    made, expected = [], []
    name = packet_name(facts.slug, facts.options.profile)
    attached = [*data, packet_file("manifest.sha256", "text/plain", manifest(data))] if data else []
    for kind in facts.options.formats:
        if kind is PacketFormat.PDF:
            content, pages, highlights = make_pdf(facts, attached, steps.step)
            file = packet_file(f"{name}.pdf", PDF_TYPE, content)
            expected.append(ExpectedFile(file, pages, highlights, tuple((a.name, a.sha256) for a in attached)))
        else:
            content, comments = make_docx(facts, steps.step)
            file = packet_file(f"{name}.docx", DOCX_TYPE, content)
            expected.append(ExpectedFile(file, 0, comments, ()))
        made.append(file)
    return made, expected


def _article_with_comments(facts: PacketFacts, originals: Mapping[str, bytes]) -> list[PacketFile]:
    if PacketFormat.DOCX not in facts.options.formats:
        return []
    content = commented_original(facts, originals)
    name = f"{packet_name(facts.slug, facts.options.profile)}-article.docx"
    return [packet_file(name, DOCX_TYPE, content)] if content is not None else []


def _on_request(facts: PacketFacts, made: list[PacketFile]) -> list[PacketFile]:
    wanted = []
    name = packet_name(facts.slug, facts.options.profile)
    pdf = next((file for file in made if file.media_type == PDF_TYPE), None)
    if facts.options.xfdf and pdf is not None:
        wanted.append(packet_file(f"{name}.xfdf", XFDF_TYPE, xfdf_of(pdf.content, pdf.name)))
    if facts.options.claim_review:
        wanted.append(packet_file("claimreview.json", "application/ld+json", claim_reviews(facts)))
    return wanted


def _letters(facts: PacketFacts, steps: _Progress) -> tuple[list[PacketFile], list[ExpectedFile]]:
    made, expected = [], []
    for kind in facts.options.formats:
        if kind is PacketFormat.PDF:
            content, pages = make_letter_pdf(facts)
            made.append(packet_file("request-for-comment.pdf", PDF_TYPE, content))
            expected.append(ExpectedFile(made[-1], pages, 0, ()))
        else:
            made.append(packet_file("request-for-comment.docx", DOCX_TYPE, make_letter_docx(facts)))
            expected.append(ExpectedFile(made[-1], 0, 0, ()))
        steps.step()
    return made, expected


def _data_files(facts: PacketFacts, json_bytes: bytes) -> list[PacketFile]:
    return [
        packet_file("review.json", "application/ld+json", json_bytes),
        packet_file("claims.csv", "text/csv", claims_csv(facts.records)),
    ]


def _check(
    edition: Edition,
    made: list[PacketFile],
    expected: list[ExpectedFile],
    progress: Callable[[Progress], None],
) -> None:
    for place, file in enumerate(made):
        progress(Progress(Step.CHECKING_PACKET, place, len(made)))
        refuse_leaks(file, edition.withheld_texts, edition.withheld_names, edition.excused)
    for item in expected:
        check_readable(item)
    progress(Progress(Step.CHECKING_PACKET, len(made), len(made)))
