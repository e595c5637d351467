"""Tests of the embedded PostgreSQL, with real servers in temporary folders."""
