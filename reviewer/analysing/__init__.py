"""A document becomes an analysis: claims with their speakers, checks, sensitive data."""
