"""What the summary has as rows and columns: contests, candidacies, tally, gains, journal."""
