"""A report's text before anything is read out of it: its sentences and passages, their words, and the noun phrases."""
