"""The night as Qt's item models see it: one feed, and lists whose rows move and never reset."""
