"""What of a page is to be drawn, where, and with which boxes."""

import msgspec

from reviewer.model.geometry import Box


class DrawingPlan(msgspec.Struct):
    """How a page is to be drawn: glyphs to leave out, displacements of others, areas in which nothing may remain.

    In `blanked` areas glyphs, pixels and drawings go; in `ruled` ones only drawings that lie wholly inside them, such
    as the underlining of a line that is set anew; `lanes` are the same areas as far as the new line may reach.
    `stretched` gives letters another width. `boxes` are painted black, with `labels` in them.
    """

    dropped: set[int] = msgspec.field(default_factory=set)
    moved: dict[int, tuple[float, float]] = msgspec.field(default_factory=dict)
    blanked: list[Box] = msgspec.field(default_factory=list)
    ruled: list[Box] = msgspec.field(default_factory=list)
    lanes: list[Box] = msgspec.field(default_factory=list)
    stretched: dict[int, float] = msgspec.field(default_factory=dict)
    boxes: list[Box] = msgspec.field(default_factory=list)
    labels: dict[Box, str] = msgspec.field(default_factory=dict)


class LayerWord(msgspec.Struct):
    """A word of a text layer and the rectangle it fills."""

    text: str
    box: Box
