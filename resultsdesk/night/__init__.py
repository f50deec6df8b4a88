"""What has happened tonight: the briefing, the entries, and the night that is one folded over the other."""
