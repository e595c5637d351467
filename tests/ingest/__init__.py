"""Tests of documents in: fetching, converting, storing."""
