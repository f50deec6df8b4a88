"""Lines about one contest: a file for each family."""
