"""The desk window: find a contest, key its count, see at once what follows."""
