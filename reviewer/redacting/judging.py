"""What a proof found decides whether a file may be saved."""

from reviewer.model.problem import ProblemCode, ReviewerError, way_out_of_part
from reviewer.model.request import Proved


def refuse_survivors(proved: Proved, name: str, original: bytes) -> None:
    """Let no file pass that something was recovered from, or that was not read as a whole.

    `original` is what it was made from. Raises ReviewerError with STILL_RECOVERABLE or CANNOT_REDACT.
    """
    way_out = way_out_of_part(name, original)
    if proved.survivors:
        where = ", ".join(dict.fromkeys(survivor.part for survivor in proved.survivors))
        raise ReviewerError(ProblemCode.STILL_RECOVERABLE, name=name, where=where, way_out=way_out)
    if proved.unread:
        reason = f"{proved.unread[0]} cannot be read to be checked"
        raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason, way_out=way_out)
