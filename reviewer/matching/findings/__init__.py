"""From differences and passages to findings: one rule in each function."""
