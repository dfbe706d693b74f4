"""The reason codes that a redaction can carry: the editor's own list, or a preset."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from reviewer.assets import resource

LONGEST_CODE = 24
"""Characters of a code; a longer one would not fit the constant width of a box's label."""


class ReasonCode(msgspec.Struct, frozen=True):
    """What is printed in the box, and what it stands for."""

    code: str
    meaning: str = ""

    def __str__(self) -> str:
        """Return the form kept in the preferences: `code: meaning`."""
        return f"{self.code}: {self.meaning}" if self.meaning else self.code


class ReasonPreset(msgspec.Struct, frozen=True):
    """A list that comes with the program; `source` says whose wording it is."""

    name: str
    title: str
    source: str
    codes: tuple[ReasonCode, ...]


@lru_cache(1)
def reason_presets() -> tuple[ReasonPreset, ...]:
    """Return the presets that come with the program; the first is in use until the editor has a list."""
    data = tomllib.loads(resource("rules", "reason_codes.toml").read_text("utf-8"))
    return tuple(
        ReasonPreset(one["name"], one["title"], one["source"], tuple(ReasonCode(*code) for code in one["codes"]))
        for one in data["preset"]
    )


def parse_reason(line: str) -> ReasonCode | None:
    """Read `code: meaning`; None when there is no code. Inner space is made single, a long code is cut."""
    code, _, meaning = " ".join(line.split()).partition(":")
    code = code.strip()[:LONGEST_CODE].rstrip()
    return ReasonCode(code, meaning.strip()) if code else None


def parse_reasons(lines: Sequence[str]) -> tuple[ReasonCode, ...]:
    """Read a list, one code a line; a code that comes again and lines without one are passed over."""
    found: dict[str, ReasonCode] = {}
    for reason in map(parse_reason, lines):
        if reason is not None:
            found.setdefault(reason.code, reason)
    return tuple(found.values())


def reasons_in_use(own: Sequence[str]) -> tuple[ReasonCode, ...]:
    """Return the editor's own list, or the first preset while that is empty."""
    return parse_reasons(own) or reason_presets()[0].codes


def meaning_of(code: str, own: Sequence[str]) -> str:
    """Return what a code stands for: in the editor's list, else in a preset, else nothing."""
    known = [*reasons_in_use(own), *(reason for preset in reason_presets() for reason in preset.codes)]
    return next((reason.meaning for reason in known if reason.code == code), "")


def reason_to_give(last: str, own: Sequence[str]) -> str:
    """Return the code for a new mark: the one used last, else the first of the list."""
    return last or reasons_in_use(own)[0].code
