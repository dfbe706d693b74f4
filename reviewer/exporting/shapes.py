"""The verdict shapes, drawn as lines and areas: shape and word carry a verdict, colour only helps."""

from reviewer.exporting.style import INK, WHITE
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.geometry import Box
from reviewer.model.verdict import Decision

FILLS: dict[Decision | None, str] = {
    Decision.VERIFIED: "0072B2",
    Decision.FIX: "D55E00",
    Decision.UNSOURCED: "CC79A7",
    Decision.QUERY: "E69F00",
    Decision.CUT: INK,
    Decision.NOT_CHECKABLE: "8A8A8A",
    None: WHITE,
}

_FADED_FILL, _FADED_INK = "C4C4C4", "8C8C8C"


def draw_verdict(
    canvas: Canvas, decision: Decision | None, x: float, y: float, size: float, faded: bool = False
) -> None:
    """Draw a verdict's shape in a square of `size` points round a centre; `faded` for a count of nothing."""
    fill, ink = (_FADED_FILL, _FADED_INK) if faded else (FILLS[decision], INK)
    half, line = size / 2, max(0.6, size / 18)
    if decision is Decision.VERIFIED:
        canvas.disc((x, y), half, fill, ink, line)
        tick = [
            (x - 0.24 * size, y + 0.02 * size),
            (x - 0.06 * size, y + 0.2 * size),
            (x + 0.25 * size, y - 0.17 * size),
        ]
        canvas.strokes(tick, size * 0.13, WHITE, round_ends=True)
    elif decision is Decision.FIX:
        canvas.box(Box(x - half * 0.92, y - half * 0.92, x + half * 0.92, y + half * 0.92), fill, ink, line)
        _exclamation(canvas, x, y, size)
    elif decision is Decision.UNSOURCED:
        _diamond(canvas, x, y, half * 1.08, fill, ink, line)
        _diamond(canvas, x, y, half * 0.42, WHITE, ink if size > 12 else None, line * 0.7)
    elif decision is Decision.QUERY:
        points = [(x, y - half), (x + half * 1.1, y + half * 0.88), (x - half * 1.1, y + half * 0.88)]
        canvas.shape(points, fill, ink, line)
        _question(canvas, x, y + size * 0.13, size * 0.62)
    elif decision is Decision.CUT:
        reach = half * 0.78
        for slope in (1, -1):
            canvas.line(
                (x - reach, y - slope * reach), (x + reach, y + slope * reach), size * 0.2, ink if faded else fill
            )
    elif decision is Decision.NOT_CHECKABLE:
        canvas.box(Box(x - half, y - half * 0.3, x + half, y + half * 0.3), fill, ink, line)
    else:
        canvas.disc((x, y), half * 0.94, WHITE, ink, max(1.0, size / 12))


def _exclamation(canvas: Canvas, x: float, y: float, size: float) -> None:
    width = size * 0.075
    canvas.shape(
        [
            (x - width, y - 0.29 * size),
            (x + width, y - 0.29 * size),
            (x + width * 0.7, y + 0.08 * size),
            (x - width * 0.7, y + 0.08 * size),
        ],
        WHITE,
    )
    canvas.disc((x, y + 0.23 * size), width * 1.15, WHITE)


def _question(canvas: Canvas, x: float, y: float, size: float) -> None:
    curve = [
        (-0.2, -0.2),
        (-0.12, -0.34),
        (0.04, -0.38),
        (0.19, -0.3),
        (0.2, -0.14),
        (0.08, 0.0),
        (0.0, 0.08),
        (0.0, 0.18),
    ]
    canvas.strokes([(x + size * a, y + size * b) for a, b in curve], size * 0.15, INK, round_ends=True)
    canvas.disc((x, y + size * 0.4), size * 0.1, INK)


def _diamond(canvas: Canvas, x: float, y: float, half: float, fill: str, stroke: str | None, line: float) -> None:
    canvas.shape([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill, stroke, line)
