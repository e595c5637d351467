"""Documents in: pasted, uploaded or fetched, confirmed by whoever gave them, compared with their like, and read."""
