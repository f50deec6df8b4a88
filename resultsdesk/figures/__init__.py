"""What to show: display lists made by pure functions from a night, for any painter."""
