"""Entering a figure: the form, what it computes from pasted words, and what it shows while somebody types."""
