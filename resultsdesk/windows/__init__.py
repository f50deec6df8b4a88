"""Windows: a folder for each window, a file for each widget. None of them writes anything but through the desk."""
