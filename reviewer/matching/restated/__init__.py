"""Checks on a claim made in other words: only what plainly conflicts with the passage is a difference."""
