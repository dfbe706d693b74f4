"""Slips that show in the article alone; every check is a small rule that would rather miss one than cry wolf."""
