"""Lines about a scope: the whole night, a body, a region, a group; a file for each family."""
