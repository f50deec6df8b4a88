"""The story at the desk: every line with its evidence, sent to card, strap or ticker by a key."""
