"""What the editor may set, and where it is kept; site-wide defaults lie under the user's own."""

import contextlib
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from reviewer.model.quoting import QuoteProfile

_NAME = "reviewer"
RECENT_LIMIT = 12
"""How many recent reviews are remembered: one screen of the empty window."""


@dataclass(frozen=True)
class Preferences:
    """The settings; each has a default that works.

    `theme` is light, dark or system; `single_keys` says whether bare letters and digits judge and move;
    `group_same` whether claims that say the same stand together in the list;
    `reason_codes` is the own list of reasons for redactions, "code: meaning" each, empty for the one that comes with
    the program; `last_reason` is the code given last; `quote_profiles` are the desk's own rules for quotations by name
    (one of a shipped name goes before that one); `largest_file` is in bytes. An IT desk can deploy any of them as a
    JSON file of the same names in the site's configuration folder; what the user sets goes before it.
    """

    initials: str = ""
    name: str = ""
    theme: str = "system"
    single_keys: bool = True
    group_same: bool = True
    quote_profile: str = "standard"
    quote_profiles: dict[str, QuoteProfile] = field(default_factory=dict)
    packet_profile: str = "desk"
    packet_formats: tuple[str, ...] = ("pdf",)
    paper: str = "a4"
    desk_name: str = ""
    reason_codes: tuple[str, ...] = ()
    last_reason: str = ""
    largest_file: int = 512 * 1024 * 1024
    last_folder: str = ""
    recent: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()


def load(user_file: Path | None = None, site_file: Path | None = None) -> Preferences:
    """Return the preferences: defaults, over them the site's file, over that the user's.

    A file that is missing or damaged, and a value of the wrong type, count as not set: a broken settings file must
    not keep an editor from a review.
    """
    preferences = Preferences()
    for path in (site_file or site_path(), user_file or user_path()):
        preferences = replace(preferences, **_settings_in(path))
    return preferences


def save(preferences: Preferences, user_file: Path | None = None, site_file: Path | None = None) -> None:
    """Write what differs from the site's defaults to the user's file, beside it first and then renamed.

    Raises OSError when the folder cannot be written to.
    """
    path = user_file or user_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    site = asdict(replace(Preferences(), **_settings_in(site_file or site_path())))
    own = {key: value for key, value in asdict(preferences).items() if value != site[key]}
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(own), indent=2))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def with_recent(preferences: Preferences, review: Path) -> Preferences:
    """Return the preferences with a review at the head of the recent ones."""
    rest = tuple(path for path in preferences.recent if path != str(review))
    return replace(preferences, recent=(str(review), *rest)[:RECENT_LIMIT])


def with_pinned(preferences: Preferences, review: str, on: bool) -> Preferences:
    """Return the preferences with a review pinned, last of the pinned ones, or no longer pinned.

    One that is pinned no more goes back to the head of the recent ones, so that it does not vanish from under the hand.
    """
    pinned = tuple(path for path in preferences.pinned if path != review)
    if on:
        return replace(preferences, pinned=(*pinned, review))
    return replace(with_recent(preferences, Path(review)), pinned=pinned)


def user_path() -> Path:
    """Return the user's settings file."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "preferences.json"


def site_path() -> Path:
    """Return the settings file that an IT desk deploys."""
    return Path(platformdirs.site_config_dir(_NAME, appauthor=False)) / "preferences.json"


def reviews_folder() -> Path:
    """Return the folder where a new review lives until it is saved somewhere, making it when needed."""
    folder = Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "reviews"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def crash_folder() -> Path:
    """Return the folder for crash reports, making it when needed."""
    folder = Path(platformdirs.user_log_dir(_NAME, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _settings_in(path: Path) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError):
        return {}
    settings: dict[str, Any] = {}
    for one in fields(Preferences):
        if one.name in found:
            with contextlib.suppress(msgspec.ValidationError):
                settings[one.name] = msgspec.convert(found[one.name], _TYPES[one.name])
    return settings


_TYPES: dict[str, Any] = {one.name: one.type for one in fields(Preferences)}
