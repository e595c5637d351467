"""Documents in: fetched, converted, their text made uniform and stored once, with what the extractor reads in them."""
