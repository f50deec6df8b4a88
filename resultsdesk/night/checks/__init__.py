"""Every objection the desk can raise, each a small function from a case to objections."""
