"""Marks become files without the marked content."""
