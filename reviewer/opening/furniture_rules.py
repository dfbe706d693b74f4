"""Reads the phrases that give page furniture away from their data file."""

import re
import tomllib
from enum import StrEnum
from functools import cache

import msgspec

from reviewer.assets import resource
from reviewer.model.document import Furniture

_PLACEHOLDER = re.compile(r"<([a-z]+)>")
_USUAL_LENGTH = 200
_EXPANSIONS = 8


class Where(StrEnum):
    """Where on the page a rule holds."""

    ANYWHERE = "anywhere"
    HEAD = "head"
    LATER = "later"
    TAIL = "tail"
    EDGE = "edge"


class Rule(msgspec.Struct, frozen=True):
    """One rule: what kind of furniture a whole line is that matches `pattern` and is no longer than `longest`."""

    kind: Furniture
    pattern: re.Pattern[str]
    longest: int
    where: Where


class _RuleEntry(msgspec.Struct, forbid_unknown_fields=True):
    kind: Furniture
    patterns: list[str]
    longest: int = _USUAL_LENGTH
    where: Where = Where.ANYWHERE
    cased: bool = False


class _RuleFile(msgspec.Struct, forbid_unknown_fields=True):
    words: dict[str, str]
    rule: list[_RuleEntry]


@cache
def furniture_rules() -> tuple[Rule, ...]:
    """Return the shipped rules in the order of their file; the first that holds decides."""
    return read_rules(resource("rules", "furniture.toml").read_text(encoding="utf-8"))


def read_rules(toml: str) -> tuple[Rule, ...]:
    """Compile a rule file. Raises msgspec.ValidationError or re.error when it is not well made."""
    file = msgspec.convert(tomllib.loads(toml), _RuleFile)
    return tuple(_compile(entry, file.words) for entry in file.rule)


def _compile(entry: _RuleEntry, words: dict[str, str]) -> Rule:
    alternatives = "|".join(f"(?:{_expand(pattern, words)})" for pattern in entry.patterns)
    flags = re.NOFLAG if entry.cased else re.IGNORECASE
    return Rule(entry.kind, re.compile(alternatives, flags), entry.longest, entry.where)


def _expand(pattern: str, words: dict[str, str]) -> str:
    for _ in range(_EXPANSIONS):
        expanded = _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), pattern)
        if expanded == pattern:
            break
        pattern = expanded
    return pattern
