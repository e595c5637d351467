"""How fast it is, measured by commands that anybody can run: `make bench`."""
