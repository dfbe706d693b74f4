"""The language model: found, verified file by file, loaded once."""

import hashlib
import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewer.assets import resource
from reviewer.model.problem import ProblemCode, ReviewerError

if TYPE_CHECKING:
    from spacy.language import Language

_UNUSED = ["senter", "lemmatizer", "attribute_ruler"]


class ModelTable(msgspec.Struct, frozen=True):
    """Which model is expected: package, folder inside it, name to show, and the sha256 of each file in hex."""

    package: str
    folder: str
    name: str
    files: dict[str, str]


@lru_cache(maxsize=1)
def model_table() -> ModelTable:
    """Return the table of the files that the model consists of."""
    content = json.loads(resource("rules", "language_model.json").read_text("utf-8"))
    return msgspec.convert(content, ModelTable)


def is_available() -> bool:
    """Return whether the model's package is installed; says nothing about its files."""
    return find_spec(model_table().package) is not None and find_spec("spacy") is not None


def model_folder() -> Path:
    """Return the folder of the model's files, without importing its package.

    Raises ReviewerError(MODEL_MISSING) when the package is not installed.
    """
    table = model_table()
    spec = find_spec(table.package)
    if spec is None or not spec.submodule_search_locations:
        raise ReviewerError(ProblemCode.MODEL_MISSING, name=table.name)
    return Path(spec.submodule_search_locations[0]) / table.folder


def verify(folder: Path, table: ModelTable) -> None:
    """Compare every file of the model with the table.

    A model is data that steers a parser and names the code to run it, so that none is loaded unseen. Raises
    ReviewerError(MODEL_ALTERED) for a file that is missing or differs.
    """
    for name, expected in table.files.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ReviewerError(ProblemCode.MODEL_ALTERED, name=table.name, file=name)


@lru_cache(maxsize=1)
def load() -> "Language":
    """Return the verified model with the parts that the rules use.

    Raises ReviewerError(MODEL_MISSING or MODEL_ALTERED). Takes about a second the first time.
    """
    folder = model_folder()
    verify(folder, model_table())
    try:
        import spacy
    except ImportError as error:
        raise ReviewerError(ProblemCode.MODEL_MISSING, name=model_table().name) from error
    return spacy.load(folder, exclude=_UNUSED)
