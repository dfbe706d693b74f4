"""The nouns of a review: frozen, typed and serialisable; this folder imports nothing else of ours."""
