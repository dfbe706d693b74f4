"""What a child on Linux may open (Landlock): the program's own files for reading, its private folder, nothing else.

So a child that was taken over cannot read the editor's other files or leave anything on the disk. Needs Linux 5.13;
older kernels run without.
"""

import contextlib
import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_RULE = struct.Struct("=Qi")

_WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 1, 1 << 2, 1 << 3
_FIRST_RIGHTS = (1 << 13) - 1
_RIGHTS_ADDED_BY_VERSION = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_ALL_TCP = 3
_SIGNALS_AND_ABSTRACT_SOCKETS = 3

_SYSTEM_FOLDERS = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share", "/usr/local/lib", "/usr/local/share")
_SYSTEM_FILES = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/fonts",
    "/proc/self",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/sys/devices/system/cpu",
    "/dev/urandom",
    "/dev/zero",
)


def limit_file_access(private: str) -> bool:
    """Limit this thread and its later ones for good; return whether the kernel took it.

    `private` is the one folder where anything may be done. Descriptors that are open stay usable. The process must
    have given up new privileges (PR_SET_NO_NEW_PRIVS).
    """
    if sys.platform != "linux":
        return False
    version = _call(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    rights = _FIRST_RIGHTS | sum(right for added, right in _RIGHTS_ADDED_BY_VERSION.items() if added <= version)
    ruleset = _call(_CREATE_RULESET, *_attributes(version, rights), 0)
    if ruleset < 0:
        return False
    try:
        for path in _readable():
            _allow(ruleset, path, _READ_FILE | _READ_FOLDER)
        _allow(ruleset, Path("/dev/null"), _READ_FILE | _WRITE_FILE)
        _allow(ruleset, Path(private), rights)
        return _call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _attributes(version: int, rights: int) -> tuple[bytes, int]:
    values = [rights]
    if version >= 4:
        values.append(_ALL_TCP)
    if version >= 6:
        values.append(_SIGNALS_AND_ABSTRACT_SOCKETS)
    packed = struct.pack(f"={len(values)}Q", *values)
    return packed, len(packed)


def _readable() -> Iterator[Path]:
    package = Path(__file__).resolve().parent.parent
    yield package
    yield package.parent / "resources"
    for entry in (sys.prefix, sys.base_prefix, *sys.path, *_SYSTEM_FOLDERS, *_SYSTEM_FILES):
        path = Path(entry)
        if path.is_absolute() and path != Path(path.anchor):
            yield path


def _allow(ruleset: int, path: Path, rights: int) -> None:
    with contextlib.suppress(OSError):
        if not path.is_dir():
            rights &= _READ_FILE | _WRITE_FILE
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            _call(_ADD_RULE, ruleset, _PATH_BENEATH, _RULE.pack(rights, descriptor), 0)
        finally:
            os.close(descriptor)


def _call(number: int, *arguments: int | bytes | None) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    passed = [ctypes.c_long(value) if isinstance(value, int) else ctypes.c_char_p(value) for value in arguments]
    return int(library.syscall(ctypes.c_long(number), *passed))
