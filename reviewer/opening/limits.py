"""How much of a file is read before it is refused; sizes in bytes.

A job has up to 2,000 source pages. Scans of that many pages stay below the file limit; their bare text is 10 MB.
"""

MEGABYTE = 1024 * 1024

FILE_LIMIT = 512 * MEGABYTE
TEXT_LIMIT = 32 * MEGABYTE
NESTING_LIMIT = 8
ATTACHMENT_LIMIT = 200


def in_words(size: int) -> str:
    """Return a size in bytes as an editor reads it, such as "32 MB"."""
    return f"{size // MEGABYTE} MB" if size >= MEGABYTE else f"{size} bytes"
