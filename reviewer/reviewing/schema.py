"""The .review file: an SQLite database with an open schema.

`documents` holds every document opened, by sha256: original bytes, galley, text, and the rest of its record as JSON.
`edits` is the journal and the undo history: one row an edit, with what it changed forwards and backwards; `standing`
is `held`, `undone` (can be made again) or `superseded` (undone, then something else was done). `parts` holds the latest
state: the desk, and the machine's analyses, evidence, findings and numbers, as JSON by name. `indexes` holds what
matching made of long sources, so that it need not be made at every opening; it tells a source's words as the source
does, hangs on the row of its document and goes with it.
"""

from pathlib import Path

SUFFIX = ".review"
"""How the names of review files end."""

APPLICATION_ID = 0x52565752
"""Marks the file as ours ("RVWR"); SQLite keeps it at byte 68 of the file."""

SCHEMA_VERSION = 2
"""1 had no `indexes`."""

TABLES_OF_VERSION_1: dict[str, str] = {
    "documents": "CREATE TABLE documents (id TEXT PRIMARY KEY, name TEXT NOT NULL, original BLOB NOT NULL, "
    "galley BLOB NOT NULL, text TEXT NOT NULL, words BLOB NOT NULL, record TEXT NOT NULL) WITHOUT ROWID",
    "edits": "CREATE TABLE edits (number INTEGER PRIMARY KEY, label TEXT NOT NULL, edit TEXT NOT NULL, "
    "forward TEXT NOT NULL, backward TEXT NOT NULL, standing TEXT NOT NULL)",
    "parts": "CREATE TABLE parts (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
}
INDEXES = (
    "CREATE TABLE indexes (document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, "
    "content BLOB NOT NULL) WITHOUT ROWID"
)
TABLES: dict[str, str] = {**TABLES_OF_VERSION_1, "indexes": INDEXES}


def is_review(path: Path) -> bool:
    """Return whether a file is a review by its name."""
    return path.suffix.casefold() == SUFFIX
