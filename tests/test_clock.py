import time
from datetime import datetime

import pytest

from reviewer.clock import timestamp


@pytest.fixture
def in_zone(monkeypatch):
    """Sets the zone of this process and puts it back."""

    def choose(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield choose
    monkeypatch.undo()
    time.tzset()


needs_zones = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")


@needs_zones
def test_a_timestamp_carries_the_zone(in_zone):
    in_zone("AAA-03")
    assert timestamp().endswith("+03:00")


@needs_zones
@pytest.mark.parametrize("zone", ["AAA-25", "AAA+24"])
def test_a_zone_that_cannot_exist_gives_universal_time(in_zone, zone):
    in_zone(zone)
    assert datetime.fromisoformat(timestamp()).utcoffset().total_seconds() == 0
