"""Where there are axes to pan and to zoom: the only room that knows pyqtgraph."""
