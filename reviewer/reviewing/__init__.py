"""The editor's session: edits, history, the review file, carrying verdicts over to new results."""
