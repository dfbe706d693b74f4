"""One writer for each review file: a lock that the system releases by itself when the process ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from `acquire` to `release` on a small file beside the review, which is removed again."""

    def __init__(self, review: Path) -> None:
        self._path = review.with_name(review.name + "-lock")
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Return whether this process is the writer now; False when another one is, or the folder is read-only."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError:
            return False
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        if not self._is_still_ours(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def _is_still_ours(self, descriptor: int) -> bool:
        """Return whether the locked file is still the one beside the review: a writer that ended took its file away."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let others write; harmless when not held."""
        if self._descriptor is None:
            return
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None
