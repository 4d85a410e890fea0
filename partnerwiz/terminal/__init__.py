"""The asker on keyboard and screen, and what it shows."""
