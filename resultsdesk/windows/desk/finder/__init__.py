"""The finder: one box to type in, filters, and the list of contests in the order they are needed."""
