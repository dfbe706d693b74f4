"""Ways to hide a word in a file, in tables: each builder takes the word, so that a clean twin can be built as well."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

WORD = "Quillon"
TWIN = "Quillan"
"""What the clean twin of a document holds instead: as long, and but for one letter the same."""

Build = Callable[[str], bytes]


@dataclass(frozen=True)
class Way:
    """One way; `by_eye` when only a look at the picture of a page shows the word, which takes longer."""

    name: str
    file_name: str
    build: Build
    by_eye: bool = False


class Ways:
    """A table of ways to hide a word in files of one kind; builders enter themselves as decorated functions."""

    def __init__(self, kind: str, file_name: str) -> None:
        self.kind = kind
        self._file_name = file_name
        self._all: list[Way] = []

    def __iter__(self) -> Iterator[Way]:
        return iter(self._all)

    def held(self, build: Build) -> Build:
        """Enter a builder whose file holds the word as letters in some code."""
        return self._enter(build, False)

    def seen(self, build: Build) -> Build:
        """Enter a builder whose file only shows the word."""
        return self._enter(build, True)

    def named(self, name: str, build: Build, file_name: str = "") -> None:
        """Enter a builder under a name."""
        self._all.append(Way(f"{self.kind} {name}", file_name or self._file_name, build))

    def _enter(self, build: Build, by_eye: bool) -> Build:
        self._all.append(Way(f"{self.kind} {build.__name__.replace('_', ' ')}", self._file_name, build, by_eye))
        return build
