"""A document's text without its marked stretches, and where everything stands in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from reviewer.exporting.blocks import label_for
from reviewer.model.geometry import Span
from reviewer.model.packet import TextCut


class TextMap:
    """The way from offsets of a text to those of the same text with a label in place of each cut.

    Every label is as wide as its reason makes it, whatever it stands for. The way is monotone: what stood before
    something else still does. A stretch that begins or ends inside a cut takes the whole label. Offsets are code
    points; cuts are in order and do not overlap.
    """

    def __init__(self, text: str, cuts: Sequence[TextCut], is_clean: Callable[[str], bool] = lambda _: True) -> None:
        self.cuts = tuple(cuts)
        self._starts = [cut.start for cut in cuts]
        self._ends = [cut.end for cut in cuts]
        self.labels: tuple[Span, ...] = ()
        pieces: list[str] = []
        labels: list[Span] = []
        at = length = 0
        for cut in cuts:
            label = label_for(cut.reason, is_clean)
            pieces += (text[at : cut.start], label)
            length += cut.start - at
            labels.append(Span(length, length + len(label)))
            length, at = length + len(label), cut.end
        self.text = "".join([*pieces, text[at:]])
        self.labels = tuple(labels)

    @property
    def is_plain(self) -> bool:
        """Return whether nothing was cut."""
        return not self.cuts

    def start(self, offset: int) -> int:
        """Return where a stretch that began at an offset begins now."""
        return self._at(offset, to_end=False)

    def end(self, offset: int) -> int:
        """Return where a stretch that ended at an offset ends now."""
        return self._at(offset, to_end=True)

    def span(self, span: Span) -> Span:
        """Return where a stretch stands now; an empty one stays empty."""
        end = self.end(span.end)
        return Span(self.start(span.start) if span.length else end, end)

    def shifted(self, offset: int) -> int:
        """Return by how much the text from an offset outside all cuts has moved."""
        return self.start(offset) - offset

    def touching(self, start: int, end: int) -> range:
        """Return the numbers of the cuts that share a code point with a stretch."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _at(self, offset: int, to_end: bool) -> int:
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        label = self.labels[number]
        if offset >= self._ends[number]:
            return offset + label.end - self._ends[number]
        return label.end if to_end and offset > self._starts[number] else label.start
