"""What a packet was made with, as far as it can be known without guessing."""

from importlib.metadata import PackageNotFoundError, version

from reviewer.exporting import wording
from reviewer.exporting.edition import TOOL, PacketFacts, grouped
from reviewer.model.analysis import Depth
from reviewer.model.review import TakenOver

_LIBRARIES = ("PyMuPDF", "pikepdf", "python-docx", "lxml", "spacy", "rapidfuzz", "numpy", "msgspec")


def provenance_rows(facts: PacketFacts) -> list[tuple[str, str]]:
    """Return names and values for the provenance section."""
    analysis = facts.review.analyses.get(facts.article.id)
    problems = sum(record.differs for record in facts.records)
    checks = len(analysis.checks) if analysis else 0
    rows = [
        ("Made with", TOOL),
        ("Libraries", ", ".join(f"{name} {found}" for name in _LIBRARIES if (found := _version(name)))),
        ("Language model", (analysis.model if analysis else "") or "none: claims were found by rules alone"),
        ("Analysis", _depth(analysis.depth if analysis else None)),
        ("Settings", f"paper {facts.options.paper.value.upper()}, profile {facts.options.profile.value}"),
        ("Review", f"revision {facts.review.revision}, draft {facts.review.desk.draft}"),
        (
            "Verdicts",
            f"Set by people only. The machine reported {problems} problem{'' if problems == 1 else 's'} in "
            f"{len(facts.records)} claim{'' if len(facts.records) == 1 else 's'} and {checks} internal "
            f"check{'' if checks == 1 else 's'}.",
        ),
    ]
    rows += [("Taken over", _taken_over(one)) for one in facts.review.desk.taken_over]
    if facts.article.published:
        rows.insert(5, ("Published", facts.article.published))
    return rows


def _taken_over(one: TakenOver) -> str:
    """Return where decisions came from that were not made in this review."""
    count = f"{one.verdicts} verdict{'' if one.verdicts == 1 else 's'}"
    made = f"made {wording.full_time(one.made_at)} with {one.made_with}" if one.made_at else ""
    digest = f"sha256 {grouped(one.sha256[:16], 4)}" if one.sha256 else ""
    source = ", ".join(filter(None, (one.name, digest, made)))
    who = one.by.name or one.by.initials or "somebody who gave no name"
    return f"{count} from {source}; taken over by {who}, {wording.full_time(one.by.at)}."


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _depth(depth: Depth | None) -> str:
    if depth is None:
        return "the article was not analysed"
    return "in full" if depth is Depth.FULL else "instant pass only"
