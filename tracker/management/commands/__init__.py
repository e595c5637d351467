"""One module a command (ARCHITECTURE.md, "Contracts")."""
