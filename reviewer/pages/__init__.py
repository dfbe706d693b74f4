"""The galley: text typeset into pages, pages rendered to pixels, crops."""
