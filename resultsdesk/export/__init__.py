"""What leaves the program as data: objects, and later the summary and its writers."""
