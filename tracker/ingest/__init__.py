"""Documents in: their text made uniform, and stored once."""
