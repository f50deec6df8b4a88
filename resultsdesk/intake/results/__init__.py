"""Published results read into a night: ours as exported, and Democracy Club's."""
