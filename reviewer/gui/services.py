"""What the window works with."""

from dataclasses import dataclass

from reviewer.gui.background import Jobs
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.storage import Storage
from reviewer.workflow import Asker


@dataclass(frozen=True)
class Services:
    """Made by the application, handed to the window."""

    bridge: SessionBridge
    jobs: Jobs
    asker: Asker
    settings: Settings
    storage: Storage
