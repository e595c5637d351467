"""Figures out: one list of columns for every format."""
