"""Start the window or a command; or, asked by ourselves, the worker."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer.isolation.command_line import FLAG


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code."""
    asked = sys.argv[1:] if arguments is None else arguments
    if asked[:1] == [FLAG]:
        from reviewer import worker

        return worker.main(asked)
    _settle_standard_streams()
    from reviewer import cli

    try:
        code = cli.main(asked, _open_window)
        sys.stdout.flush()
        return code
    except OSError as error:
        if error.filename is not None:
            raise
        return _output_refused(error)


def _settle_standard_streams() -> None:
    """Let no file of ours take the place of a closed stream, and no character that a stream cannot show end us.

    A closed standard output stays one that cannot be written to.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR if descriptor == 2 else os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _output_refused(error: OSError) -> int:
    """Say that standard output takes no more, unless whoever read it simply had enough; return the exit code."""
    from reviewer.model.problem import ProblemCode, ReviewerError

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if not isinstance(error, BrokenPipeError):
        reason = error.strerror or "unknown"
        print(ReviewerError(ProblemCode.CANNOT_WRITE, name="The output", reason=reason), file=sys.stderr)
    return 1


def _open_window(files: Sequence[Path], sample: bool) -> int:
    from reviewer.gui.application import run

    return run(files, sample)


if __name__ == "__main__":
    sys.exit(main())
