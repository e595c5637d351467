"""A sentence taken apart: tokens, what says that something happened, the nouns behind numbers, numbers that count nobody."""
