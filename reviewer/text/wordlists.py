"""Word lists from the data files, each read once."""

import json
from functools import lru_cache

from reviewer.assets import resource


@lru_cache(maxsize=64)
def word_set(file: str, key: str) -> frozenset[str]:
    """Return the words listed under `key` in `resources/rules/<file>.json`.

    A list is written there as one string with spaces. Raises FileNotFoundError when the file is missing and KeyError
    when it has no such list.
    """
    return frozenset(str(_read(file)[key]).split())


@lru_cache(maxsize=16)
def _read(file: str) -> dict[str, object]:
    content: dict[str, object] = json.loads(resource("rules", f"{file}.json").read_text("utf-8"))
    return content
