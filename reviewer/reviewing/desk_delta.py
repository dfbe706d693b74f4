"""What one edit changed at the desk, small enough to be written at every key press.

A desk with 500 judged claims is some 200 KB of JSON; the change that one verdict makes is 300 bytes. A delta holds for
each changed part of the desk either its new value or, for a mapping, the entries set and the keys dropped.
"""

from collections.abc import Mapping
from typing import Any, cast, get_type_hints

import msgspec

from reviewer.model.review import Desk

_TYPES: dict[str, Any] = get_type_hints(Desk)


class MappingDelta(msgspec.Struct, frozen=True):
    """Entries set and keys dropped in one mapping of the desk."""

    put: dict[str, Any] = {}
    dropped: tuple[str, ...] = ()


class DeskDelta(msgspec.Struct, frozen=True):
    """The way from one desk to another; values are plain JSON data."""

    values: dict[str, Any] = {}
    mappings: dict[str, MappingDelta] = {}


def delta_between(before: Desk, after: Desk) -> DeskDelta:
    """Return the way from one desk to the other; parts that are the same object are not looked at."""
    values: dict[str, Any] = {}
    mappings: dict[str, MappingDelta] = {}
    for field in Desk.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old is new:
            continue
        if isinstance(new, Mapping):
            put = {key: msgspec.to_builtins(value) for key, value in new.items() if old.get(key) != value}
            dropped = tuple(key for key in old if key not in new)
            if put or dropped:
                mappings[field] = MappingDelta(put, dropped)
        elif old != new:
            values[field] = msgspec.to_builtins(new)
    return DeskDelta(values, mappings)


def follow(delta: DeskDelta, desk: Desk) -> Desk:
    """Return the desk that the delta leads to. Raises msgspec.ValidationError when its data is not a desk's."""
    parts: dict[str, object] = {field: _convert(value, field) for field, value in delta.values.items()}
    for field, change in delta.mappings.items():
        old: Mapping[str, object] = getattr(desk, _known(field))
        kept = {key: value for key, value in old.items() if key not in change.dropped}
        parts[field] = {**kept, **cast(dict[str, object], _convert(change.put, field))}
    return msgspec.structs.replace(desk, **parts)


def _convert(value: object, field: str) -> object:
    return cast(object, msgspec.convert(value, _TYPES[_known(field)]))


def _known(field: str) -> str:
    if field not in _TYPES:
        raise msgspec.ValidationError(f"a desk has no part named {field!r}")
    return field
