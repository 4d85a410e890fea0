"""A project: what each organisation said, what was said together, and the file that keeps it."""
