"""The session: ask, check, save, go back. Owns the Asker protocol; knows no screen."""
