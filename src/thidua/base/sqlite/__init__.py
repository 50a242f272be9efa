"""Database backend for the embedded SQLite: durable settings and one writer gate."""
