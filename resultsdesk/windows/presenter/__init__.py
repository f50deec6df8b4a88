"""The presenter's window: a scene on a screen of its own, moving when something changes and still otherwise."""
