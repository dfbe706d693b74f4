"""The wall round untrusted files: child processes, their limits and the protocol spoken with them."""
