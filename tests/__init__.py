"""The tests: behaviour through the public surface; the pure parts by tables and properties."""
