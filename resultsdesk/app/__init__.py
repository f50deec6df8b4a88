"""Where everything is put together: nights are made and opened, windows are given what they need."""
