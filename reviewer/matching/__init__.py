"""Claims and sources become evidence and findings."""
