"""Memory files: large bytes handed over a socket without being copied through it, and without a name on any disk."""

import os
import stat
import sys

SUPPORTED = sys.platform == "linux"
"""Whether this system has sealed memory files; elsewhere all bytes travel in line."""


class NotAMemoryFileError(Exception):
    """The descriptor is not a sealed memory file of the length that was announced."""


if sys.platform == "linux":
    import fcntl

    _SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE

    def write_memory_file(content: bytes) -> int:
        """Return the descriptor of a sealed memory file with this content; the caller closes it. Raises OSError."""
        descriptor = os.memfd_create("reviewer", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, _SEALS)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def read_memory_file(untrusted_descriptor: int, length: int) -> bytes:
        """Return the content of a memory file of `length` bytes that a stranger sent.

        The seals prove that it is a memory file, so that reading it cannot block, and that nobody can shrink or
        change it meanwhile. Raises NotAMemoryFileError.
        """
        try:
            status = os.fstat(untrusted_descriptor)
            seals = fcntl.fcntl(untrusted_descriptor, fcntl.F_GET_SEALS)
        except OSError as error:
            raise NotAMemoryFileError("not a file that can be sealed") from error
        if not stat.S_ISREG(status.st_mode) or status.st_size != length or seals & _SEALS != _SEALS:
            raise NotAMemoryFileError("not sealed, or not of the length announced")
        content = os.pread(untrusted_descriptor, length, 0)
        if len(content) != length:
            raise NotAMemoryFileError("shorter than announced")
        return content

else:

    def write_memory_file(content: bytes) -> int:
        """Refuse: this system has no memory files. Raises OSError always."""
        raise OSError(f"no memory files on {sys.platform} for {len(content)} bytes")

    def read_memory_file(untrusted_descriptor: int, length: int) -> bytes:
        """Refuse: this system has no memory files. Raises NotAMemoryFileError always."""
        raise NotAMemoryFileError(f"no memory files on {sys.platform}: {untrusted_descriptor}, {length} bytes")
