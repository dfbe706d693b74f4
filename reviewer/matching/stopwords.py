"""Words that say little about where a claim stands."""

from reviewer.matching.rules import word_list

STOPWORDS = word_list("stopwords")
