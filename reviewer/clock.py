"""What time it is, as it is written into signatures, packets and logs."""

from datetime import UTC, datetime


def local_time() -> datetime:
    """Return the time with the zone of this machine; in UTC when the zone it is set to cannot exist."""
    try:
        return datetime.now().astimezone()
    except ValueError:
        return datetime.now(UTC)


def timestamp() -> str:
    """Return the local time to the second in ISO 8601 with its zone."""
    return local_time().isoformat(timespec="seconds")
