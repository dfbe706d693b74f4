from reviewer.model.document import Furniture
from reviewer.opening.open import open_file
from reviewer.opening.subtitles import read_subtitles

CUES = (
    "1\n00:00:01,000 --> 00:00:03,000\nWe will not <i>close</i>\n\n2\n00:00:03,200 --> 00:00:05,000\nthe base in\n2024.\n\n"
    "3\n00:01:05,000 --> 00:01:07,000\nNobody asked us.\n"
)


def test_words_that_run_over_cues_are_one_paragraph_under_its_time():
    assert read_subtitles(CUES.encode()).text == (
        "[00:00:01]\nWe will not close the base in 2024.\n\n[00:01:05]\nNobody asked us."
    )


def test_time_codes_are_furniture():
    reading = read_subtitles(CUES.encode())
    assert [block.furniture for block in reading.blocks] == [Furniture.OTHER, None, Furniture.OTHER, None]


def test_voices_of_a_web_track_are_named_before_their_words():
    track = "WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:03.000 align:start\n<v Ann Dole>We will close in\n2024\n\n00:03.000 --> 00:04.000\n<v Bob>No.\n"
    (opened,) = open_file("call.vtt", track.encode())
    assert opened.document.text == "[00:00:01]\nAnn Dole: We will close in 2024\n\n[00:00:03]\nBob: No."


def test_a_change_of_speaker_inside_the_words_begins_a_paragraph():
    cues = "1\n00:00:01,000 --> 00:00:02,000\nANN: Will you?\n\n2\n00:00:02,000 --> 00:00:03,000\nBOB: No.\n"
    assert read_subtitles(cues.encode()).text == "[00:00:01]\nANN: Will you?\n\n[00:00:02]\nBOB: No."


def test_line_ends_of_other_systems_are_read():
    assert read_subtitles(CUES.replace("\n", "\r\n").encode()).text == read_subtitles(CUES.encode()).text


def test_a_file_without_cues_by_that_name_is_plain_text():
    (opened,) = open_file("notes.srt", b"Only some notes.\n")
    assert opened.document.media_type == "text/plain"
