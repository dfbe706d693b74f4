"""Can any of the words be recovered from a file? The door of the proof."""

from collections.abc import Callable, Sequence

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import PageBox, RedactionHit
from reviewer.model.request import Progress, Proved
from reviewer.proof.recovering.files import FileReader
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.places import Piece

Report = Callable[[Progress], None]


def recover(
    name: str,
    content: bytes,
    needles: Sequence[str],
    areas: Sequence[PageBox] = (),
    password: str | None = None,
    progress: Report = lambda _: None,
    kept: Sequence[RedactionHit] = (),
) -> Proved:
    """Try to recover any of the needles from a file, with every engine that knows its kind.

    `areas` (points from the top left of the page as displayed) are read by OCR as well. A needle is excused where it
    stands between the words of a `kept` place, and nowhere else. `survivors` name part, engine and form, never the
    word; `unread` names the parts that no engine could read, in which anything may be left.
    Raises ReviewerError with EMPTY_FILE, DAMAGED, PASSWORD_NEEDED, PASSWORD_WRONG or EXPANDS_TOO_FAR; whatever else a
    hostile file brings about ends as an unread part.
    """
    if not content:
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    gathering = Gathering(name, needles, progress, kept)
    piece = Piece("", name, content, password=password)
    try:
        FileReader(gathering, areas).read(gathering, piece)
    except (ReviewerError, MemoryError):
        raise
    except Exception:
        gathering.mark_unread(name)
    return gathering.result()
