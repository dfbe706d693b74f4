"""The redaction log: where, why, by whom and when, each entry chained to the one before; never what was removed.

Not even a hash of a removed word is written: whoever has a list of names would find it by trying them all.
"""

import hashlib
import re
from collections.abc import Sequence

import msgspec

from reviewer.model.redaction import AppliedRedaction, LossNote
from reviewer.model.verdict import Signature

FIRST = "0" * 64
"""What the first entry is chained to."""

_SAME_IN_EVERY_LOG = re.compile(r"(?:page|line|paragraph) \d+|title|author|subject|keywords")


class LogEntry(msgspec.Struct, frozen=True):
    """One line of the log. `previous` is the sha256 of the line before; `box` in points from the page's top left."""

    part: str
    reason: str = ""
    number: int = 0
    initials: str = ""
    name: str = ""
    at: str = ""
    output_sha256: str = ""
    previous: str = FIRST
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    also_lost: str | None = None


def write_log(applied: Sequence[AppliedRedaction], losses: Sequence[LossNote], by: Signature, output: bytes) -> bytes:
    """Return the log as JSON lines, removals first and then what else had to go."""
    digest = hashlib.sha256(output).hexdigest()
    lines: list[bytes] = []
    previous = FIRST
    for bare in (*map(_removal, applied), *map(_loss, losses)):
        entry = msgspec.structs.replace(
            bare,
            number=len(lines) + 1,
            initials=by.initials,
            name=by.name,
            at=by.at,
            output_sha256=digest,
            previous=previous,
        )
        line = msgspec.json.encode(entry)
        lines.append(line)
        previous = hashlib.sha256(line).hexdigest()
    return b"".join(line + b"\n" for line in lines)


def telling(log: bytes) -> bytes:
    """Return what a log could tell of the words that went: its parts, reasons and names.

    Its own words are the same in every log, and its numbers, boxes, times and hashes are no words: somebody called
    Page, or a marked `14`, is not found in them.
    """
    entries = [msgspec.json.decode(line, type=LogEntry) for line in log.splitlines()]
    told = {
        text: None
        for entry in entries
        for text in (entry.part, entry.reason, entry.initials, entry.name)
        if not _SAME_IN_EVERY_LOG.fullmatch(text)
    }
    return "\n".join(told).encode()


def is_unbroken(log: bytes) -> bool:
    """Return whether no line of a log was changed, taken out or put in since it was written.

    Lines cut off at the end do not show in the chain; the number of removals in the packet or report tells them.
    """
    previous = FIRST
    for number, line in enumerate(log.splitlines(), 1):
        try:
            entry = msgspec.json.decode(line, type=LogEntry)
        except msgspec.MsgspecError:
            return False
        if entry.previous != previous or entry.number != number:
            return False
        previous = hashlib.sha256(line).hexdigest()
    return True


def _removal(applied: AppliedRedaction) -> LogEntry:
    box = applied.box
    sides = (box.x0, box.y0, box.x1, box.y1) if box else None
    return LogEntry(applied.part, applied.reason, page=applied.page, box=sides)


def _loss(note: LossNote) -> LogEntry:
    return LogEntry(note.part, also_lost=note.loss.value)
