from reviewer.model.source import SourceEntry
from reviewer.reviewing.labels import next_source_label


def test_the_first_source_is_s1():
    assert next_source_label((), None) == "S1"


def test_an_attachment_of_an_attachment_goes_one_deeper():
    sources = (SourceEntry("mail", "S3"), SourceEntry("child", "S3.1"))
    assert next_source_label(sources, "child") == "S3.1.1"


def test_the_child_of_something_that_is_no_source_counts_as_one_of_its_own():
    assert next_source_label((SourceEntry("mail", "S1"),), "unknown") == "S2"
