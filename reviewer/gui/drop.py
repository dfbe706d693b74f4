"""What an editor may drop or paste: files, folders, web addresses, text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

HIDDEN_PREFIX = "."
MOST_IN_FOLDER = 2_000


@dataclass(frozen=True)
class Dropped:
    """What came in one drop or paste; `addresses` are web addresses, which are refused."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    text: str = ""
    html: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing usable came."""
        return not (self.files or self.folders or self.addresses or self.text.strip())


def read_mime(mime: QMimeData) -> Dropped:
    """Sort what a drag or the clipboard carries; local files win over the text that usually comes with them."""
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    remote = tuple(url.toDisplayString() for url in mime.urls() if not url.isLocalFile())
    if local or remote:
        return Dropped(
            files=tuple(path for path in local if not path.is_dir()),
            folders=tuple(path for path in local if path.is_dir()),
            addresses=remote,
        )
    text = mime.text()
    if is_web_address(text):
        return Dropped(addresses=(text.strip(),))
    return Dropped(text=text, html=mime.html() if mime.hasHtml() else "")


def is_web_address(text: str) -> bool:
    """Return whether a text is one web address and nothing else."""
    stripped = text.strip()
    if not stripped or len(stripped.split()) != 1:
        return False
    return QUrl(stripped).scheme().lower() in ("http", "https", "ftp")


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder and its subfolders by path, hidden ones left out, at most 2,000.

    Links are not followed, so that a folder that links to itself ends.
    """
    found: list[Path] = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if any(part.startswith(HIDDEN_PREFIX) for part in inside) or path.is_symlink() or not path.is_file():
            continue
        found.append(path)
        if len(found) == MOST_IN_FOLDER:
            break
    return found


class DropTarget(QObject):
    """Lets a widget take drops; `dropped(Dropped)` comes for each."""

    dropped = Signal(object)
    hovered = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)

    def enter(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        """Accept a drag that carries something we can look at."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.hovered.emit(True)

    def leave(self) -> None:
        """The drag went elsewhere."""
        self.hovered.emit(False)

    def drop(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.hovered.emit(False)
        self.dropped.emit(read_mime(event.mimeData()))


def only_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the paths that are not folders."""
    return tuple(path for path in paths if not path.is_dir())
