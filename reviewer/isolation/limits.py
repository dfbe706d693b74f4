"""What a child may use: time, memory and file size for each kind of request.

The numbers leave real jobs several times what they need on a slow machine (2,000 source pages, 1 MB of text) and
stop what never ends.
"""

import msgspec

from reviewer.model.analysis import Depth
from reviewer.model.request import (
    Analyse,
    CheckReviewFile,
    FindRedactions,
    LoadGalley,
    MakePacket,
    MatchClaims,
    OpenFile,
    OpenPastedText,
    ProveFile,
    ReadReviewJson,
    RedactFile,
    RenderPage,
    Request,
)

_MB = 1 << 20
_MOST_MEMORY = 6 << 30


class Limits(msgspec.Struct, frozen=True):
    """Limits of one child.

    `wall_seconds` and `cpu_seconds` hold for each request, `memory` is bytes of address space on top of what the
    warm helper has, `file_size` the most bytes in one file, memory files included, `starting_seconds` how long it
    may take until it says that it began, the warming of its helper included.
    """

    wall_seconds: float
    cpu_seconds: int
    memory: int
    file_size: int = 1024 * _MB
    starting_seconds: float = 60


def limits_for(request: Request) -> Limits:
    """Return the limits of the child that serves this request."""
    match request:
        case OpenFile(recognise=True):
            return _limits(1200, 600, 2048, len(request.content), seconds_per_megabyte=60)
        case OpenFile() | CheckReviewFile() | ReadReviewJson():
            return _limits(120, 60, 1024, len(request.content), seconds_per_megabyte=2)
        case FindRedactions() | RedactFile() | ProveFile():
            return _limits(600, 400, 2048, len(request.content), seconds_per_megabyte=60)
        case OpenPastedText():
            return _limits(60, 30, 1024, 4 * (len(request.text) + len(request.html)), seconds_per_megabyte=5)
        case LoadGalley():
            return _limits(30, 20, 1024, len(request.galley), seconds_per_megabyte=0)
        case RenderPage():
            return _limits(30, 20, 1024, 0, seconds_per_megabyte=0)
        case Analyse():
            slow = request.depth is Depth.FULL
            return _limits(60, 30, 2048, len(request.document.text), seconds_per_megabyte=300 if slow else 60)
        case MatchClaims():
            size = len(request.article.text) + sum(len(source.text) for source in request.sources)
            return _limits(120, 60, 2048, size, seconds_per_megabyte=60)
        case MakePacket():
            size = sum(map(len, request.originals.values())) + sum(map(len, request.galleys.values()))
            return _limits(300, 150, 2048, size, seconds_per_megabyte=5)
        case _:
            return _limits(10, 10, 1024, 0, seconds_per_megabyte=0)


def _limits(wall: float, cpu: int, megabytes: int, size: int, seconds_per_megabyte: float) -> Limits:
    more = size / _MB * seconds_per_megabyte
    memory = min(_MOST_MEMORY, megabytes * _MB + 8 * size)
    return Limits(wall_seconds=wall + 2 * more, cpu_seconds=cpu + int(more), memory=memory)


def in_words(seconds: float) -> str:
    """Return a time limit as a reader says it: `30 seconds`, `2 minutes`."""
    whole = max(1, round(seconds))
    if whole < 120:
        return f"{whole} second" if whole == 1 else f"{whole} seconds"
    return f"{round(whole / 60)} minutes"
