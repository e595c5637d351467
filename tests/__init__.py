"""The tests: one folder for each package of the program."""
