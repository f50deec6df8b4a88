"""What is read on paper and on the page: the same words and figures for both, worked out once."""
