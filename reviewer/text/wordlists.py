"""Word lists from the data files, each read once."""

import json
from functools import lru_cache

from reviewer.assets import resource


@lru_cache(maxsize=64)
def word_set(file: str, key: str) -> frozenset[str]:
    """Return the words listed under `key` in `resources/rules/<file>.json`, a JSON list or one string with spaces.

    Raises FileNotFoundError when the file is missing and KeyError when it has no such list.
    """
    listed = _read(file)[key]
    return frozenset(listed if isinstance(listed, list) else str(listed).split())


def number_table(file: str, key: str) -> dict[str, float]:
    """Return the words listed under `key` in a data file with their numbers, in lower case.

    Raises FileNotFoundError when the file is missing and KeyError when it has no such table.
    """
    listed = _read(file)[key]
    return {word: float(number) for word, number in listed.items()} if isinstance(listed, dict) else {}


@lru_cache(maxsize=16)
def _read(file: str) -> dict[str, object]:
    content: dict[str, object] = json.loads(resource("rules", f"{file}.json").read_text("utf-8"))
    return content
