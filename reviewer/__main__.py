"""Start the window or a command; or, asked by ourselves, the worker."""

import contextlib
import io
import os
import signal
import sys

TYPE_CHECKING = False
"""As in typing, which takes longer to load than all that must be there before Ctrl-C ends us quietly."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code; to be called on the main thread."""
    asked = sys.argv[1:] if arguments is None else arguments
    with _interrupts_end_us():
        from reviewer.isolation.command_line import FLAG

        if asked[:1] != [FLAG]:
            _settle_standard_streams()
            from reviewer import cli
    if asked[:1] == [FLAG]:
        from reviewer import worker

        return worker.main(asked)
    try:
        code = cli.main(asked, _open_window)
        sys.stdout.flush()
        return code
    except OSError as error:
        if error.filename is not None:
            raise
        return _output_refused(error)


@contextlib.contextmanager
def _interrupts_end_us() -> "Iterator[None]":
    """While modules are loaded, let Ctrl-C end the process as it ends any other: nothing is begun, nothing to say."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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


def _open_window(files: "Sequence[Path]", sample: bool) -> int:
    from reviewer.gui.application import run

    return run(files, sample)


if __name__ == "__main__":
    sys.exit(main())
