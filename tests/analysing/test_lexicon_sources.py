"""Each lexicon says where its entries come from, in its own file or in the list beside it."""

import json
import tomllib

import pytest

from reviewer.assets import resource

LISTED = tomllib.loads(resource("rules", "sources.toml").read_text("utf-8"))
FILES = sorted(path for path in resource("rules").iterdir() if path.name != "sources.toml")
SHORTEST = 20


def own_source(path):
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        entries = [line for line in text.splitlines() if line.lower().startswith(("# source:", "source ="))]
        return " ".join(entries)
    content = json.loads(text)
    return str(content.get("source", "")) if isinstance(content, dict) else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_lexicon_has_a_source(path):
    assert len(own_source(path) or LISTED.get(path.name, "")) >= SHORTEST


def test_the_list_names_only_lexicons_that_do_not_say_it_themselves():
    assert [path.name for path in FILES if path.name in LISTED and own_source(path)] == []
    assert set(LISTED) <= {path.name for path in FILES}
