"""Figures to chart series, headlines and totals: pure functions over frozen dataclasses, without Django or storage."""
