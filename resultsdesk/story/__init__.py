"""What the night means: lines of broadcast English, each with the evidence that makes it true."""
