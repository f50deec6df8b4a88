"""The history of a contest: its entries, and any two of them line against line."""
