"""Every scene as a picture."""
