"""The rules that find attributions: small functions, over the wording (no model) and over the parse."""
