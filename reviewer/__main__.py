"""Start the window or a command; or, asked by ourselves, the worker."""

import sys
from collections.abc import Sequence
from pathlib import Path

_WORKER_FLAG = "--worker"


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code."""
    asked = sys.argv[1:] if arguments is None else arguments
    if asked[:1] == [_WORKER_FLAG]:
        from reviewer import worker

        return worker.main(asked)
    from reviewer import cli

    return cli.main(asked, _open_window)


def _open_window(files: Sequence[Path], sample: bool) -> int:
    from reviewer.gui.application import run

    return run(files, sample)


if __name__ == "__main__":
    sys.exit(main())
