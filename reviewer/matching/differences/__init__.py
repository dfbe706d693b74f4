"""One module for each type of difference: each explains what it can of a stretch that does not agree."""
