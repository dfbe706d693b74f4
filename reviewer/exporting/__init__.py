"""A review becomes a packet."""
