"""The engines of the proof: each reads a file in its own way and hands every word it sees to one gathering."""
