"""What is on air: preview, program, rundown. Pure: whoever calls says who asks and what time it is."""
