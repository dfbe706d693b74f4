"""Whom a mention means: small rules over the entities of a document and the memory of who was in focus."""
