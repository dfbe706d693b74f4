"""A filter of system calls for children on Linux (seccomp): no sockets, no programs, no other processes.

A parser computes on bytes it was given and reads bundled files; whatever starts processes, opens connections, looks
into or signals other processes or changes the system's set-up is answered with "not permitted". The numbers are those
of the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h).
"""

import ctypes
import os
import platform
import struct
import sys

import msgspec

_INSTRUCTION = struct.Struct("HBBI")
_LOAD_WORD = 0x20
_JUMP_IF_EQUAL = 0x15
_JUMP_IF_AT_LEAST = 0x35
_JUMP_IF_ANY_BIT = 0x45
_RETURN = 0x06
_ALLOW = 0x7FFF0000
_FAIL_WITH = 0x00050000
_KILL = 0x80000000
_NOT_PERMITTED = _FAIL_WITH | 1
_NO_SUCH_CALL = _FAIL_WITH | 38
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_CLONE_THREAD = 0x00010000
_FOREIGN_NUMBERS = 0x40000000
_SET_FILTER, _ON_ALL_THREADS = 1, 1


class _Architecture(msgspec.Struct, frozen=True):
    audit_number: int
    seccomp: int
    clone: int
    own_process_only: tuple[int, ...]
    own_limits_only: int
    refused: tuple[int, ...]


_SHARED_NUMBERS = (424, 425, 426, 427, 434, 438)  # pidfd_send_signal, io_uring_*, pidfd_open, pidfd_getfd
_CLONE3 = 435

_ARCHITECTURES = {
    "x86_64": _Architecture(
        audit_number=0xC000003E,
        seccomp=317,
        clone=56,
        own_process_only=(62, 234),  # kill, tgkill
        own_limits_only=302,  # prlimit64
        refused=(
            *(41, 42, 43, 49, 50, 53, 288),  # socket, connect, accept, bind, listen, socketpair, accept4
            *(57, 58, 59, 322),  # fork, vfork, execve, execveat
            *(200, 129, 297),  # tkill, rt_sigqueueinfo, rt_tgsigqueueinfo
            *(101, 310, 311),  # ptrace, process_vm_readv, process_vm_writev
            *(109, 112),  # setpgid, setsid
            *(155, 161, 165, 166, 272, 308),  # pivot_root, chroot, mount, umount2, unshare, setns
            *(248, 249, 250, 298, 304, 321, 323),  # keys, perf_event_open, open_by_handle_at, bpf, userfaultfd
            *(169, 175, 246, 313, 320),  # reboot, modules, kexec
            *_SHARED_NUMBERS,
        ),
    ),
    "aarch64": _Architecture(
        audit_number=0xC00000B7,
        seccomp=277,
        clone=220,
        own_process_only=(129, 131),
        own_limits_only=261,
        refused=(
            *(198, 203, 202, 200, 201, 199, 242),
            *(221, 281),
            *(130, 138, 240),
            *(117, 270, 271),
            *(154, 157),
            *(41, 51, 40, 39, 97, 268),
            *(217, 218, 219, 241, 265, 280, 282),
            *(142, 105, 104, 273, 294),
            *_SHARED_NUMBERS,
        ),
    ),
}


def refuse_dangerous_calls() -> bool:
    """Install the filter in every thread of this process, for good; return whether the kernel took it.

    The process must have given up new privileges (PR_SET_NO_NEW_PRIVS). Only 64-bit Intel and ARM Linux are known.
    """
    architecture = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or architecture is None:
        return False
    program = _program(architecture, os.getpid())
    code = ctypes.create_string_buffer(program, len(program))
    filter_record = struct.pack("HxxxxxxP", len(program) // _INSTRUCTION.size, ctypes.addressof(code))
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_long, ctypes.c_char_p]
    return bool(library.syscall(architecture.seccomp, _SET_FILTER, _ON_ALL_THREADS, filter_record) == 0)


def _program(architecture: _Architecture, own_process: int) -> bytes:
    """Return the filter as code for the kernel's packet-filter machine; jumps count the instructions to skip."""
    code = [
        (_LOAD_WORD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 1, 0, architecture.audit_number),
        (_RETURN, 0, 0, _KILL),
        (_LOAD_WORD, 0, 0, _NUMBER_AT),
        (_JUMP_IF_AT_LEAST, 0, 1, _FOREIGN_NUMBERS),
        (_RETURN, 0, 0, _NO_SUCH_CALL),
        (_JUMP_IF_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, _NO_SUCH_CALL),
    ]
    for number in architecture.refused:
        code += [(_JUMP_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _NOT_PERMITTED)]
    code += _only_with_argument(architecture.clone, _JUMP_IF_ANY_BIT, _CLONE_THREAD)
    for number in architecture.own_process_only:
        code += _only_with_argument(number, _JUMP_IF_EQUAL, own_process)
    code += _only_with_argument(architecture.own_limits_only, _JUMP_IF_EQUAL, 0)
    code.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(_INSTRUCTION.pack(*instruction) for instruction in code)


def _only_with_argument(number: int, test: int, value: int) -> list[tuple[int, int, int, int]]:
    return [
        (_JUMP_IF_EQUAL, 0, 4, number),
        (_LOAD_WORD, 0, 0, _FIRST_ARGUMENT_AT),
        (test, 0, 1, value),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOT_PERMITTED),
    ]
