"""The casualty and displacement figure tracker: each reported figure kept with the sentence it was read in."""
