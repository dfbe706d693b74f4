"""Reads the phrases that give page furniture away from their data file."""

import re
import tomllib
from collections.abc import Collection
from enum import StrEnum
from functools import cache

import msgspec

from reviewer.assets import resource
from reviewer.model.document import Furniture

_PLACEHOLDER = re.compile(r"<([a-z]+)>")
_USUAL_LENGTH = 200
_EXPANSIONS = 8
_LONGEST_OF_SENTENCES = 420
_BETWEEN_SENTENCES = re.compile(r"(?<=[a-z\d)][.!?…]) (?=[A-Z])")


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
    story: list[str]
    words: dict[str, str]
    rule: list[_RuleEntry]


class FurnitureRules(msgspec.Struct, frozen=True):
    """All rules; `story` matches lines that no rule may take, `longest` is the longest line that any rule takes."""

    story: re.Pattern[str]
    rules: tuple[Rule, ...]
    longest: int

    def kind_of(self, line: str, places: Collection[Where]) -> Furniture | None:
        """Return what furniture a line is at a place, white space collapsed; the first rule that holds decides.

        A line of several sentences is furniture when each of them is ("Your trial has ended. Renew now to read on.").
        """
        kind = self._kind_of_whole(line, places)
        if kind is not None or len(line) > _LONGEST_OF_SENTENCES:
            return kind
        sentences = _BETWEEN_SENTENCES.split(line.lstrip("…. "))
        if len(sentences) < 2 or self.story.fullmatch(line):
            return self._kind_of_whole(sentences[0], places) if line.startswith("…") else None
        kinds = [self._kind_of_whole(one, places) for one in sentences]
        return kinds[0] if all(kinds) else None

    def _kind_of_whole(self, line: str, places: Collection[Where]) -> Furniture | None:
        if len(line) > self.longest:
            return None
        for rule in self.rules:
            if rule.where in places and len(line) <= rule.longest and rule.pattern.fullmatch(line):
                return None if self.story.fullmatch(line) else rule.kind
        return None


@cache
def furniture_rules() -> FurnitureRules:
    """Return the shipped rules in the order of their file."""
    return read_rules(resource("rules", "furniture.toml").read_text(encoding="utf-8"))


def read_rules(toml: str) -> FurnitureRules:
    """Compile a rule file. Raises msgspec.ValidationError or re.error when it is not well made."""
    file = msgspec.convert(tomllib.loads(toml), _RuleFile)
    rules = tuple(_compile(entry, file.words) for entry in file.rule)
    story = re.compile("|".join(f"(?:{_expand(pattern, file.words)})" for pattern in file.story), re.IGNORECASE)
    return FurnitureRules(story, rules, max((rule.longest for rule in rules), default=0))


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
