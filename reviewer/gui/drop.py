"""What an editor may drop or paste: files, folders, web addresses, text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

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
