"""Reviewer checks an article against its sources, claim by claim, on the editor's own computer."""

__version__ = "0.1.0"
