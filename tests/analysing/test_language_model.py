import shutil

import pytest

from reviewer.analysing import language_model
from reviewer.model.problem import ProblemCode, ReviewerError


def test_the_installed_model_is_the_one_in_the_table():
    language_model.verify(language_model.model_folder(), language_model.model_table())


def test_a_changed_file_is_refused(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(language_model.model_folder(), folder)
    (folder / "config.cfg").write_text("changed")
    with pytest.raises(ReviewerError) as raised:
        language_model.verify(folder, language_model.model_table())
    assert raised.value.problem.code is ProblemCode.MODEL_ALTERED


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ReviewerError) as raised:
        language_model.verify(tmp_path, language_model.model_table())
    assert raised.value.problem.code is ProblemCode.MODEL_ALTERED


def test_only_the_parts_that_the_rules_use_are_loaded():
    assert language_model.load().pipe_names == ["tok2vec", "tagger", "parser", "ner"]
