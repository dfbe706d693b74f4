"""Finds a bundled icon, font, sample, help page or translation."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder, such as `resource("icons", "fix.svg")`.

    An installed wheel carries the files inside the package; a checkout (and an editable installation) has them
    beside it. Raises FileNotFoundError when neither has it.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"no bundled file {'/'.join(parts)}")


def sample_files() -> tuple[Path, ...]:
    """Return the files of the shipped sample: the article, then its sources."""
    folder = resource("samples")
    return tuple(folder / name for name in ("article.html", "statement.pdf", "mail.eml", "earlier-story.docx"))
