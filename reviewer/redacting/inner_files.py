"""Files inside a file: handed back to the door of this room, and left out when nothing safe can be made of them."""

from collections.abc import Callable

import msgspec

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Progress
from reviewer.redacting.kept import order_inside
from reviewer.redacting.ledger import Ledger

Report = Callable[[Progress], None]
InnerFiles = Callable[[str, bytes, str], bytes | None]
"""Told the name, the content and the place of a file inside, returns what may be kept of it, or None."""


def redacting_inner_files(ledger: Ledger, password: str | None, progress: Report) -> InnerFiles:
    """Return how files inside are redacted. One that holds nothing of what is removed stays as it is."""

    def handle(name: str, content: bytes, place: str) -> bytes | None:
        # The door imports this room's formats, so that it can only be asked for once all of them are there.
        from reviewer.redacting.redact import redact_file

        try:
            inner = redact_file(name, content, order_inside(ledger.order, place), password, progress)
        except ReviewerError as error:
            if error.problem.code is ProblemCode.NOTHING_TO_REDACT:
                return content
            _pass_on(error)
            return None
        ledger.take_over(inner, place)
        return inner.content

    return handle


def finding_inner_files(ledger: Ledger, password: str | None, progress: Report) -> InnerFiles:
    """Return how files inside are searched; they stay as they are."""

    def handle(name: str, content: bytes, place: str) -> bytes | None:
        from reviewer.redacting.redact import find_redactions

        try:
            hits = find_redactions(name, content, order_inside(ledger.order, place), password, progress)
        except ReviewerError as error:
            _pass_on(error)
            return None
        ledger.hits += (msgspec.structs.replace(hit, part=f"{place}, {hit.part}") for hit in hits)
        return content

    return handle


def _pass_on(error: ReviewerError) -> None:
    """Pass on what is wrong with the order itself; a file that cannot be redacted is only left out."""
    if error.problem.code is ProblemCode.BAD_EXPRESSION:
        raise error
