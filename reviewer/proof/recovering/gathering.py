"""Where the engines of the proof bring what they read, and where it is held against the words that had to go."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec

from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionHit, Survivor
from reviewer.model.request import Progress, Proved, Step
from reviewer.proof.kept_places import KeptPlaces
from reviewer.proof.recovering.readings import (
    Reading,
    bytes_in_lower_case,
    literal_forms,
    readings_of_bytes,
    readings_of_text,
)
from reviewer.proof.recovering.samples import is_written, plain_text
from reviewer.text.needles import Match, Needles
from reviewer.text.needles_folding import Folded

_BATCH = 200_000
_SEPARATOR = "\n¦§¦\n"
_LETTERS_TELLING_IN_NOISE = 5
_MOST_UNPACKED = 768 * 1024 * 1024
_MOST_PIXELS = 16 * 1024 * 1024 * 1024
"""Bytes of pixels, some 1,400 scanned pages: pictures are read one after another, so that time bounds them first."""

_MOST_IN_SAMPLES, _ROUND_A_SAMPLE = 20, 200
_MOST_SURVIVORS = 2_000
_AROUND = 400
_ENCODINGS = {"utf-16": ("utf-16-le", "utf-16-be")}


class Gathering:
    """Collects readings of parts, looks for the needles in them, and remembers which parts nobody could read."""

    def __init__(
        self,
        name: str,
        needles: Sequence[str],
        progress: Callable[[Progress], None],
        kept: Sequence[RedactionHit] = (),
    ) -> None:
        self.name = name
        self._needles = Needles(needles)
        self._kept = KeptPlaces(kept, self._needles)
        self._telling = [len(Folded(term).letters) >= _LETTERS_TELLING_IN_NOISE for term in needles]
        self._literals = literal_forms(needles)
        self._in_samples = bytes_in_lower_case(needles)
        self._progress = progress
        self._batch: list[tuple[Reading, str, str]] = []
        self._size = 0
        self._unpacked = self._pixels = 0
        self._survivors: dict[Survivor, None] = {}
        self._unread: dict[str, None] = {}
        self._engines: dict[str, None] = {}

    @property
    def keeps(self) -> bool:
        """Return whether some words may stand where the editor kept them."""
        return bool(self._kept)

    def read_text(self, part: str, engine: str, text: str, form: str = "text", noisy: bool = False) -> None:
        """Take a text that an engine read, and every other way it can be understood; `noisy` as in `read_plain`."""
        self._engines.setdefault(engine)
        if text:
            for reading in readings_of_text(text, form):
                self._take(_in_noise(reading, noisy), part, engine)

    def read_plain(self, part: str, engine: str, text: str, form: str = "text", noisy: bool = False) -> None:
        """Take a text only as it stands: another reading of words that are taken elsewhere in full.

        In a `noisy` one chance alone may spell short words, which are not taken there.
        """
        self._engines.setdefault(engine)
        if text:
            self._take(Reading(form, text, noisy), part, engine)

    def read_across(self, part: str, engine: str, before: str, behind: str) -> None:
        """Take what begins in one text and ends in another, as words do that the end of a page breaks.

        Words of up to four letters are not taken: too many lines end and begin with some of them.
        """
        if not self._needles.may_span(before, behind):
            return
        text, joint = f"{before}\n{behind}", len(before)
        found = [
            match
            for match in self._needles.find(text)
            if match.span.start < joint < match.span.end - 1
            and match.needle is not None
            and self._telling[match.needle]
        ]
        self._judge(Reading("over two pages", text), part, engine, found)

    def read_bytes(self, part: str, engine: str, data: bytes, noisy: bool = False) -> None:
        """Take bytes of any kind and every text that is in them; `noisy` as in `read_plain`."""
        self._engines.setdefault(engine)
        for reading in readings_of_bytes(data):
            self._take(_in_noise(reading, noisy), part, engine)
        for number, form, literal in self._literals:
            if self._is_left(data, number, form, literal, part, engine):
                self._add(Survivor(part, number, engine, form))

    def _is_left(self, data: bytes, number: int, form: str, literal: bytes, part: str, engine: str) -> bool:
        """Return whether bytes hold a needle in one encoding anywhere but where it was kept."""
        at = data.find(literal)
        while at >= 0:
            end = at + len(literal)
            around = (data[at - min(at, _AROUND) // 2 * 2 : at], literal, data[end : end + _AROUND])
            texts = ([piece.decode(one, "ignore") for piece in around] for one in _ENCODINGS.get(form, (form,)))
            if not any(self._is_kept(number, text, part, engine) for text in texts):
                return True
            at = data.find(literal, end)
        return False

    def _is_kept(self, number: int, text: Sequence[str], part: str, engine: str) -> bool:
        before, word, after = text
        match = Match(Span(len(before), len(before) + len(word)), word, number)
        return not self._kept.left_over(before + word + after, [match], part, engine)

    def read_samples(self, part: str, engine: str, data: bytes) -> None:
        """Take the bytes of pixels: they are looked at closely only where a word stands in them as it is written.

        The shades of a photograph spell every short word somewhere; such a one counts where it is part of a text.
        """
        self._engines.setdefault(engine)
        lowered = data.lower()
        for literal in self._in_samples:
            at = lowered.find(literal)
            for _ in range(_MOST_IN_SAMPLES):
                if at < 0:
                    break
                end = at + len(literal)
                around = data[max(0, at - _ROUND_A_SAMPLE) : end + _ROUND_A_SAMPLE]
                self.read_bytes(part, engine, around, noisy=True)
                if is_written(data, at, end):
                    self.read_text(part, engine, plain_text(around))
                at = lowered.find(literal, end)

    def mark_unread(self, part: str) -> None:
        """Remember a part that no engine could read."""
        self._unread.setdefault(part)

    def count_unpacked(self, size: int) -> None:
        """Account for unpacked bytes. Raises ReviewerError with EXPANDS_TOO_FAR beyond 768 MB in all."""
        self._unpacked += size
        if self._unpacked > _MOST_UNPACKED:
            raise ReviewerError(ProblemCode.EXPANDS_TOO_FAR, name=self.name, limit="768 MB")

    def count_pixels(self, size: int) -> None:
        """Account for bytes of pixels. Raises ReviewerError with EXPANDS_TOO_FAR beyond 16 GB in all."""
        self._pixels += size
        if self._pixels > _MOST_PIXELS:
            raise ReviewerError(ProblemCode.EXPANDS_TOO_FAR, name=self.name, limit="16 GB")

    def report(self, done: int, total: int) -> None:
        """Tell how far the proof is."""
        self._progress(Progress(Step.PROVING, done, total))

    def result(self) -> Proved:
        """Return all that was found."""
        self._flush()
        return Proved(tuple(self._survivors), tuple(self._unread), tuple(self._engines))

    def _take(self, reading: Reading, part: str, engine: str) -> None:
        self._batch.append((reading, part, engine))
        self._size += len(reading.text)
        if self._size > _BATCH:
            self._flush()

    def _flush(self) -> None:
        """Look through what was collected in one go: most readings are short and there are many."""
        batch, self._batch, self._size = self._batch, [], 0
        starts: list[int] = []
        length = 0
        for reading, _, _ in batch:
            starts.append(length)
            length += len(reading.text) + len(_SEPARATOR)
        found: dict[int, list[Match]] = {}
        for match in self._needles.find(_SEPARATOR.join(reading.text for reading, _, _ in batch)):
            at = bisect_right(starts, match.span.start) - 1
            if match.needle is not None and (self._telling[match.needle] or not batch[at][0].noisy):
                found.setdefault(at, []).append(match)
        for at, matches in found.items():
            self._judge(*batch[at], [_moved(match, -starts[at]) for match in matches])

    def _judge(self, reading: Reading, part: str, engine: str, found: Sequence[Match]) -> None:
        """Enter the needles found in one reading, but for those that the editor kept there."""
        for match in self._kept.left_over(reading.text, found, part, engine, reading.form):
            form = f"{reading.form}, look-alikes" if match.lookalike else reading.form
            if match.needle is not None:
                self._add(Survivor(part, match.needle, engine, form))

    def _add(self, survivor: Survivor) -> None:
        if len(self._survivors) < _MOST_SURVIVORS:
            self._survivors.setdefault(survivor)


def _in_noise(reading: Reading, noisy: bool) -> Reading:
    return msgspec.structs.replace(reading, noisy=True) if noisy else reading


def _moved(match: Match, by: int) -> Match:
    span = Span(max(0, match.span.start + by), max(0, match.span.end + by))
    return msgspec.structs.replace(match, span=span)
