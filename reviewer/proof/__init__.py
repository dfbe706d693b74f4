"""Is a string recoverable from a file? Asked before a redacted or exported file is saved."""
