"""Where helpers and workers keep their private folders."""

import errno
import tempfile
from pathlib import Path

from reviewer.model.problem import ProblemCode, ReviewerError


def make_scratch_folder() -> Path:
    """Return a new private folder for temporary files.

    Raises ReviewerError, CANNOT_WRITE or DISK_FULL, as trying again would not help.
    """
    try:
        return Path(tempfile.mkdtemp(prefix="reviewer-"))
    except OSError as error:
        full = error.errno == errno.ENOSPC
        code = ProblemCode.DISK_FULL if full else ProblemCode.CANNOT_WRITE
        reason = "no folder for them can be written to" if error.filename is None else error.strerror or "unknown"
        raise ReviewerError(code, name="A temporary file", reason=reason) from error
