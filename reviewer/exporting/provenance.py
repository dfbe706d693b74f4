"""What a packet was made with, as far as it can be known without guessing."""

from importlib.metadata import PackageNotFoundError, version

from reviewer.exporting.edition import TOOL, PacketFacts
from reviewer.model.analysis import Depth

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
    if facts.article.published:
        rows.insert(5, ("Published", facts.article.published))
    return rows


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _depth(depth: Depth | None) -> str:
    if depth is None:
        return "the article was not analysed"
    return "in full" if depth is Depth.FULL else "instant pass only"
