import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.model.review import Desk
from reviewer.reviewing.desk_delta import DeskDelta, delta_between, follow
from tests.model.strategies import reviews

slowly = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slowly
@given(reviews(), reviews())
def test_a_delta_leads_from_any_desk_to_any_other_and_back(one, other):
    there = sent(delta_between(one.desk, other.desk))
    back = sent(delta_between(other.desk, one.desk))
    assert follow(there, one.desk) == other.desk
    assert follow(back, other.desk) == one.desk


def test_equal_desks_have_an_empty_delta():
    assert delta_between(Desk(title="a"), Desk(title="a")) == DeskDelta()


def test_a_delta_that_names_no_part_of_a_desk_is_refused():
    with pytest.raises(msgspec.ValidationError):
        follow(DeskDelta(values={"surprise": 1}), Desk())


def sent(delta):
    return msgspec.json.decode(msgspec.json.encode(delta), type=DeskDelta)
