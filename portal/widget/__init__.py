"""A door on others' sites: one script tag opens our own page in a frame."""
