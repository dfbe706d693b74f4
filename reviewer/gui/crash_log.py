"""What is kept when the program itself fails: the place in our code, never a word of any document."""

import faulthandler
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO


class CrashLog:
    """A file that native crashes and unexpected exceptions are written to.

    Exception messages are left out, because they may quote a document; the type and the places in our code remain.
    `had_crash` tells whether the last run left something behind; from `start` on it stands in `report`.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.report = path.with_name(f"{path.stem}-report{path.suffix}")
        self.had_crash = path.exists() and path.stat().st_size > 0
        self._file: TextIO | None = None

    def start(self) -> None:
        """Begin to catch: native crashes by faulthandler, exceptions by the hooks of `sys` and `threading`."""
        if self.had_crash:
            self.path.replace(self.report)
        self._file = self.path.open("a", encoding="utf-8")
        faulthandler.enable(self._file, all_threads=True)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def stop(self) -> None:
        """Stop catching; an empty file is removed."""
        if self._file is None:
            return
        faulthandler.disable()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        self._file.close()
        self._file = None
        if self.path.stat().st_size == 0:
            self.path.unlink()

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _caught(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if self._file is not None:
            self._file.write(describe(kind, trace))
            self._file.flush()
        sys.__excepthook__(kind, value, trace)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return time, type and places of an exception, without its message and without source lines."""
    places = (f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(trace))
    return f"{datetime.now(UTC).isoformat(timespec='seconds')} {kind.__name__}\n{''.join(places)}"
