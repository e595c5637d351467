"""Tests of figures to series, headlines and totals."""
