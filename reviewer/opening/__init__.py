"""A file becomes a document: one module for each kind of file, and page furniture."""
