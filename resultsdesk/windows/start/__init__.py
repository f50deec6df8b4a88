"""The start window: the nights of late, and the ways to begin one."""
