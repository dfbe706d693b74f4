"""Review annotations as other readers know them: a highlight, its popup, a reply to it and a review state.

ISO 32000-1, 12.5.6.2 (markup annotations, replies), 12.5.6.3 (states) and 12.5.6.10 (highlights).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reviewer.formats.pdf_metadata import pdf_date
from reviewer.formats.pdf_writing import add_annotation
from reviewer.model.geometry import Box

_PRINTED, _STATE_FLAGS = 4, 30


@dataclass(frozen=True)
class Remark:
    """Words by somebody at a time (ISO 8601 with zone); `name` is unique in the file."""

    name: str
    author: str
    at: str
    text: str


@dataclass(frozen=True)
class ReviewState:
    """A state of the `Review` model: Accepted, Rejected, Cancelled, Completed or None."""

    remark: Remark
    state: str


@dataclass(frozen=True)
class Highlight:
    """A marked passage; `boxes` are its lines in points from the top left.

    `colour` (six hex digits) is the one that lists of comments show; `tint` what is laid over the page, if anything.
    """

    boxes: Sequence[Box]
    colour: str
    tint: str
    remark: Remark
    subject: str
    reply: Remark | None
    state: ReviewState | None


def add_highlight(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    height: float,
    highlight: Highlight,
    keys: tuple[int, int] | None = None,
) -> tuple[pikepdf.Object, pikepdf.Object]:
    """Put a highlight on a page `height` points high, with popup, reply and state; return the highlight and its popup.

    `keys` are their places in the parent tree of a tagged file. Reply and state are hidden on the page itself, so that
    they need none.
    """
    rectangle = _rectangle(highlight.boxes, height)
    annotation = pdf.make_indirect(
        _markup(
            highlight.remark,
            rectangle,
            page,
            Subtype=Name.Highlight,
            QuadPoints=Array(_quads(highlight.boxes, height)),
            C=_colour(highlight.colour),
            CA=1,
            F=_PRINTED,
            Subj=String(highlight.subject),
            AP=Dictionary(N=_appearance(pdf, highlight, rectangle, height)),
        )
    )
    add_annotation(page, annotation)
    popup = _add_popup(pdf, page, annotation, rectangle)
    if keys is not None:
        annotation.StructParent, popup.StructParent = keys
    if highlight.reply is not None:
        _add_reply(pdf, page, annotation, highlight.reply, rectangle)
    if highlight.state is not None:
        _add_state(pdf, page, annotation, highlight.state, rectangle)
    return annotation, popup


def _markup(remark: Remark, rectangle: list[float], page: pikepdf.Object, **more: Any) -> pikepdf.Dictionary:  # noqa: ANN401 - whatever an entry may be
    date = String(pdf_date(remark.at))
    return Dictionary(
        Type=Name.Annot,
        Rect=Array(rectangle),
        P=page,
        NM=String(remark.name),
        T=String(remark.author),
        Contents=String(remark.text),
        CreationDate=date,
        M=date,
        **more,
    )


def _add_popup(
    pdf: pikepdf.Pdf, page: pikepdf.Object, parent: pikepdf.Object, rectangle: list[float]
) -> pikepdf.Object:
    box = page.MediaBox
    right, top = float(box[2]), rectangle[3]
    popup = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Popup,
            Rect=Array([right - 180, max(0.0, top - 100), right - 10, max(100.0, top)]),
            Parent=parent,
            P=page,
            Open=False,
            F=0,
        )
    )
    parent.Popup = popup
    add_annotation(page, popup)
    return popup


def _add_reply(
    pdf: pikepdf.Pdf, page: pikepdf.Object, parent: pikepdf.Object, remark: Remark, rectangle: list[float]
) -> None:
    reply = pdf.make_indirect(
        _markup(
            remark,
            rectangle,
            page,
            Subtype=Name.Text,
            IRT=parent,
            RT=Name.R,
            Name=Name.Comment,
            F=_STATE_FLAGS,
            AP=Dictionary(N=_nothing(pdf, rectangle)),
        )
    )
    add_annotation(page, reply)


def _add_state(
    pdf: pikepdf.Pdf, page: pikepdf.Object, parent: pikepdf.Object, state: ReviewState, rectangle: list[float]
) -> None:
    note = pdf.make_indirect(
        _markup(
            state.remark,
            rectangle,
            page,
            Subtype=Name.Text,
            IRT=parent,
            State=String(state.state),
            StateModel=String("Review"),
            F=_STATE_FLAGS,
            AP=Dictionary(N=_nothing(pdf, rectangle)),
        )
    )
    add_annotation(page, note)


def _rectangle(boxes: Sequence[Box], height: float) -> list[float]:
    left, top = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
    right, bottom = max(box.x1 for box in boxes), max(box.y1 for box in boxes)
    return [round(edge, 3) for edge in (left, height - bottom, right, height - top)]


def _quads(boxes: Sequence[Box], height: float) -> list[float]:
    points: list[float] = []
    for box in boxes:
        top, bottom = height - box.y0, height - box.y1
        points += [box.x0, top, box.x1, top, box.x0, bottom, box.x1, bottom]
    return [round(point, 3) for point in points]


def _appearance(pdf: pikepdf.Pdf, highlight: Highlight, rectangle: list[float], height: float) -> pikepdf.Object:
    """Return the tint, multiplied onto the page so that the words stay black."""
    if not highlight.tint:
        return _nothing(pdf, rectangle)
    rows = [f"{_numbers(highlight.tint)} rg /Tint gs"]
    rows += [f"{box.x0:.3f} {height - box.y1:.3f} {box.width:.3f} {box.height:.3f} re" for box in highlight.boxes]
    return _form(pdf, "\n".join([*rows, "f"]), rectangle)


def _nothing(pdf: pikepdf.Pdf, rectangle: list[float]) -> pikepdf.Object:
    return _form(pdf, "", rectangle)


def _form(pdf: pikepdf.Pdf, content: str, rectangle: list[float]) -> pikepdf.Object:
    stream = pdf.make_stream(content.encode("ascii"))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array(rectangle)
    # Readers draw a highlight in its list colour instead when its appearance has no resources.
    stream.Resources = Dictionary(ExtGState=Dictionary(Tint=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    return stream


def _numbers(digits: str) -> str:
    return " ".join(f"{int(digits[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))


def _colour(digits: str) -> pikepdf.Object:
    return Array([round(int(digits[at : at + 2], 16) / 255, 3) for at in (0, 2, 4)])
