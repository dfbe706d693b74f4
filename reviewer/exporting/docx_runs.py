"""What PDF pages and DOCX share, in the DOCX's terms: runs, verdict signs, the look of findings."""

from collections.abc import Sequence

from reviewer.exporting import wording
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.setting import Run
from reviewer.exporting.style import ACCENT, PROBLEM, TINTS, UNSUPPORTED
from reviewer.formats.docx_styles import MONO
from reviewer.formats.docx_writing import bookmark_name
from reviewer.formats.docx_xml import TextRun
from reviewer.model.finding import Tone
from reviewer.model.verdict import Decision

_SIGNS: dict[Decision | None, tuple[str, str]] = {
    Decision.VERIFIED: ("✔", "0072B2"),
    Decision.FIX: ("■", "D55E00"),
    Decision.UNSOURCED: ("◇", "A0447C"),
    Decision.QUERY: ("▲", "B36B00"),
    Decision.CUT: ("✖", "111111"),
    Decision.NOT_CHECKABLE: ("▬", "6A6A6A"),
    None: ("○", "111111"),
}
"""Signs of the verdict shapes that every system's fonts have; darker than the drawn fills, to be read on white."""

UNDERLINES: dict[Tone, tuple[str, str]] = {
    Tone.CLEAN: ("single", ACCENT),
    Tone.PROBLEM: ("double", PROBLEM),
    Tone.UNSUPPORTED: ("dash", UNSUPPORTED),
    Tone.UNKNOWN: ("dotted", "111111"),
}


def text_runs(runs: Sequence[Run]) -> list[TextRun]:
    """Return the runs of a PDF page as runs of a DOCX."""
    return [text_run(run) for run in runs]


def text_run(run: Run) -> TextRun:
    """Return one run of a PDF page as a run of a DOCX."""
    underline, colour = UNDERLINES[run.tone] if run.tone is not None else ("", "")
    return TextRun(
        text=run.text,
        bold=run.bold,
        colour=run.colour,
        font=MONO if run.face is not None and "Mono" in run.face.value else "",
        size=run.size,
        underline=underline,
        underline_colour=colour,
        shade=TINTS.get(run.tone, "") if run.tone is not None else "",
        link=bookmark_name(run.target) if run.target else "",
    )


def verdict_runs(decision: Decision | None, bold: bool = False) -> list[TextRun]:
    """Return a verdict's sign and word."""
    sign, colour = _SIGNS[decision]
    return [TextRun(f"{sign} ", colour=colour), TextRun(wording.DECISIONS[decision], bold=bold)]


def verdict_sign(decision: Decision | None, size: float = 0.0) -> TextRun:
    """Return a verdict's sign alone."""
    sign, colour = _SIGNS[decision]
    return TextRun(sign, colour=colour, size=size)


def number_link(record: ClaimRecord, target: str) -> TextRun:
    """Return a claim's number as a link to one of its places: article, claims or exhibit."""
    return TextRun(record.number, link=bookmark_name(f"{target}_{record.claim.id}"))
