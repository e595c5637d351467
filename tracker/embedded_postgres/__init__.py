"""The PostgreSQL that starts by itself when DATABASE_URL is not set: a Django backend and the server behind it."""
