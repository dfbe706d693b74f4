"""Do a child's answers about redaction make sense?"""

import math

from reviewer.isolation.validation_of_documents import require
from reviewer.model.geometry import Box
from reviewer.model.request import Proved, ProveFile, Redacted, RedactFile, RedactionsFound

_MOST_PLACES = 1_000_000
_LONGEST_PART = 4_000
_MOST_ENGINES = 100
_LONGEST_TEXT = 1 << 20
_FARTHEST_POINT = 1 << 20


def check_hits(untrusted: RedactionsFound) -> None:
    """Check the places found. Raises GarbledError."""
    require(len(untrusted.hits) <= _MOST_PLACES, "too many places")
    for hit in untrusted.hits:
        _check_place(hit.part, hit.page, hit.box)
        require(len(hit.text) + len(hit.before) + len(hit.after) <= _LONGEST_TEXT, "an overlong text")


def check_redacted(request: RedactFile, untrusted: Redacted) -> None:
    """Check a redacted file's report. Whether the file is clean is for the proof to say. Raises GarbledError."""
    require(bool(untrusted.content), "an empty file")
    require(untrusted.content != request.content, "the file as it was sent")
    require(0 < len(untrusted.applied) <= _MOST_PLACES, "no removal, or too many")
    require(len(untrusted.losses) <= _MOST_PLACES, "too many losses")
    order = request.order
    reasons = {order.reason, *order.reasons.values(), *(area.reason or order.reason for area in order.areas)}
    for one in untrusted.applied:
        _check_place(one.part, one.page, one.box)
        require(one.reason in reasons, "another reason than those given")
    require(all(len(note.part) <= _LONGEST_PART for note in untrusted.losses), "an overlong part")
    require(set(order.terms) <= set(untrusted.removed), "a term that is not to be looked for")
    require(set(untrusted.unmet) <= set(order.terms), "a term that was not sent")


def check_proved(request: ProveFile, untrusted: Proved) -> None:
    """Check what a proof found. Raises GarbledError."""
    require(len(untrusted.survivors) <= _MOST_PLACES, "too many places")
    require(len(untrusted.unread) <= _MOST_PLACES, "too many parts")
    for one in untrusted.survivors:
        _check_place(one.part, None, None)
        require(0 <= one.needle < len(request.needles), "a needle that was not sent")
    require(all(len(part) <= _LONGEST_PART for part in (*untrusted.unread, *untrusted.engines)), "an overlong part")
    require(len(untrusted.engines) <= _MOST_ENGINES, "too many engines")


def _check_place(part: str, page: int | None, box: Box | None) -> None:
    require(0 < len(part) <= _LONGEST_PART, "no part, or an overlong one")
    require(page is None or page > 0, "an impossible page")
    if box is not None:
        sides = (box.x0, box.y0, box.x1, box.y1)
        require(all(math.isfinite(side) and abs(side) < _FARTHEST_POINT for side in sides), "an impossible box")
