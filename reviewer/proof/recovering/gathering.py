"""Where the engines of the proof bring what they read, and where it is held against the words that had to go."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import Survivor
from reviewer.model.request import Progress, Proved, Step
from reviewer.proof.recovering.readings import Reading, literal_forms, readings_of_bytes, readings_of_text
from reviewer.text.needles import Needles
from reviewer.text.needles_folding import Folded

_MAY_BE_ADDRESS = re.compile(r"://|@|www\.|mailto:", re.IGNORECASE)
_BATCH = 200_000
_SEPARATOR = "\n¦§¦\n"
_LETTERS_TELLING_IN_NOISE = 5
_MOST_UNPACKED = 768 * 1024 * 1024
_MOST_SURVIVORS = 2_000


class Gathering:
    """Collects readings of parts, looks for the needles in them, and remembers which parts nobody could read."""

    def __init__(self, name: str, needles: Sequence[str], progress: Callable[[Progress], None]) -> None:
        self.name = name
        self._needles = Needles(needles)
        self._telling = [len(Folded(term).letters) >= _LETTERS_TELLING_IN_NOISE for term in needles]
        self._literals = literal_forms(needles)
        self._progress = progress
        self._batch: list[tuple[Reading, str, str]] = []
        self._size = 0
        self._unpacked = 0
        self._survivors: dict[Survivor, None] = {}
        self._unread: dict[str, None] = {}
        self._engines: dict[str, None] = {}

    def read_text(self, part: str, engine: str, text: str, form: str = "text") -> None:
        """Take a text that an engine read, and every other way it can be understood."""
        self._engines.setdefault(engine)
        if text:
            if _MAY_BE_ADDRESS.search(text):
                for number in self._needles.inside_addresses(text):
                    self._add(Survivor(part, number, engine, "inside an address"))
            for reading in readings_of_text(text, form):
                self._take(reading, part, engine)

    def read_plain(self, part: str, engine: str, text: str, form: str = "text", noisy: bool = False) -> None:
        """Take a text only as it stands: another reading of words that are taken elsewhere in full.

        In a `noisy` one chance alone may spell short words, which are not taken there.
        """
        self._engines.setdefault(engine)
        if text:
            self._take(Reading(form, text, noisy), part, engine)

    def read_bytes(self, part: str, engine: str, data: bytes) -> None:
        """Take bytes of any kind and every text that is in them."""
        self._engines.setdefault(engine)
        for reading in readings_of_bytes(data):
            self._take(reading, part, engine)
        for number, form, literal in self._literals:
            if literal in data:
                self._add(Survivor(part, number, engine, form))

    def mark_unread(self, part: str) -> None:
        """Remember a part that no engine could read."""
        self._unread.setdefault(part)

    def count_unpacked(self, size: int) -> None:
        """Account for unpacked bytes. Raises ReviewerError with EXPANDS_TOO_FAR beyond 768 MB in all."""
        self._unpacked += size
        if self._unpacked > _MOST_UNPACKED:
            raise ReviewerError(ProblemCode.EXPANDS_TOO_FAR, name=self.name, limit="768 MB")

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
        for match in self._needles.find(_SEPARATOR.join(reading.text for reading, _, _ in batch)):
            reading, part, engine = batch[bisect_right(starts, match.span.start) - 1]
            if match.needle is None or (reading.noisy and not self._telling[match.needle]):
                continue
            form = f"{reading.form}, look-alikes" if match.lookalike else reading.form
            self._add(Survivor(part, match.needle, engine, form))

    def _add(self, survivor: Survivor) -> None:
        if len(self._survivors) < _MOST_SURVIVORS:
            self._survivors.setdefault(survivor)
