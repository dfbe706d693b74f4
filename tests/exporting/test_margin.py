"""Where margin notes go."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.exporting.margin import Elbow, WishedNote, arrange, bends

GAP = 3.0
NOTES = st.lists(
    st.builds(WishedNote, st.floats(5, 60), st.floats(0, 700), st.sampled_from([1.0, 3.0])), min_size=1, max_size=12
)


def test_notes_that_do_not_touch_stand_where_they_want():
    notes = [WishedNote(10, 100, 1), WishedNote(10, 200, 1)]
    assert arrange(notes, 0, 700, GAP) == [100, 200]


def test_two_notes_that_want_the_same_place_share_it():
    tops = arrange([WishedNote(10, 100, 1), WishedNote(10, 100, 1)], 0, 700, GAP)
    assert tops == [93.5, 106.5]


def test_a_problem_moves_less_than_a_clean_note():
    clean, problem = arrange([WishedNote(10, 100, 1), WishedNote(10, 100, 3)], 0, 700, GAP)
    assert abs(problem - 100) < abs(clean - 100)


def test_notes_higher_than_the_page_do_not_fit():
    assert arrange([WishedNote(400, 0, 1), WishedNote(400, 0, 1)], 0, 700, GAP) is None


@given(NOTES)
def test_notes_keep_order_never_touch_and_stay_on_the_page(notes):
    notes = sorted(notes, key=lambda note: note.top)
    tops = arrange(notes, 0, 700, GAP)
    if tops is None:
        assert sum(note.height for note in notes) + GAP * (len(notes) - 1) > 700
        return
    for (top, note), following in zip(zip(tops, notes, strict=True), [*tops[1:], None], strict=True):
        assert top >= -0.01 and top + note.height <= 700.01
        assert following is None or top + note.height + GAP <= following + 0.01


def test_runs_down_turn_from_right_to_left_so_that_none_crosses():
    assert bends([Elbow(10, 100), Elbow(20, 120)], 0, 8, 2) == [8, 6]


def test_runs_up_turn_from_left_to_right():
    assert bends([Elbow(100, 10), Elbow(120, 20)], 0, 8, 2) == [0, 2]


def test_lines_too_close_to_be_told_apart_are_left_out():
    assert bends([Elbow(place, 300 + place) for place in range(20)], 0, 8, 2) == [None] * 20
