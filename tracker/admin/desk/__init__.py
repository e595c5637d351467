"""The review desk: a report's text beside what was read in it, decided on one by one, and published together."""
