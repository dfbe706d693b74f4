"""A Windows Job object: ends its processes when it is closed, and limits their memory and number.

Written from Microsoft's documentation (JOBOBJECT_EXTENDED_LIMIT_INFORMATION); not yet run on Windows.
"""

import sys

if sys.platform == "win32":
    import contextlib
    import ctypes
    import subprocess
    from ctypes import wintypes

    _EXTENDED_LIMIT_INFORMATION = 9
    _LIMIT_ACTIVE_PROCESS = 0x8
    _LIMIT_PROCESS_MEMORY = 0x100
    _LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
    _LIMIT_KILL_ON_JOB_CLOSE = 0x2000
    _PROCESS_MEMORY = 4 << 30
    _PROCESSES = 2  # the launcher of a virtual environment and the interpreter it starts

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    class Job:
        """One process and what it starts; everything in it dies when the job is closed, or its owner ends."""

        def __init__(self, process: "subprocess.Popen[bytes]") -> None:
            """Put a process that was just started into a job of its own. Raises OSError."""
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._handle: int | None = self._kernel.CreateJobObjectW(None, None)
            limits = _ExtendedLimits()
            limits.BasicLimitInformation.LimitFlags = (
                _LIMIT_ACTIVE_PROCESS
                | _LIMIT_PROCESS_MEMORY
                | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
                | _LIMIT_KILL_ON_JOB_CLOSE
            )
            limits.BasicLimitInformation.ActiveProcessLimit = _PROCESSES
            limits.ProcessMemoryLimit = _PROCESS_MEMORY
            handle = wintypes.HANDLE(self._handle)
            self._check(
                self._kernel.SetInformationJobObject(
                    handle, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
                )
            )
            self._check(self._kernel.AssignProcessToJobObject(handle, wintypes.HANDLE(int(process._handle))))

        def close(self) -> None:
            """End every process of the job; may be called twice."""
            handle, self._handle = self._handle, None
            if handle is not None:
                with contextlib.suppress(OSError):
                    self._check(self._kernel.CloseHandle(wintypes.HANDLE(handle)))

        @staticmethod
        def _check(succeeded: int) -> None:
            if not succeeded:
                raise ctypes.WinError(ctypes.get_last_error())
