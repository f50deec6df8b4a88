// A canvas under a painter's picture, just large enough for the tiles that are drawn on it.

import {drawn} from "./pen.js";

const ROOM = 4; // pixels around the outermost point, for the edge of a tile

export class Sheet {
  // `tiles` are all that will be on it, wherever they go.
  constructor(painter, tiles) {
    this.ratio = window.devicePixelRatio || 1;
    const {scale, left, top} = painter.placed();
    this.scale = scale * this.ratio;
    const points = tiles.flatMap(tile => tile.rings.flat());
    const [x0, x1] = extent(points.map(([x]) => (left + x * scale) * this.ratio));
    const [y0, y1] = extent(points.map(([, y]) => (top + y * scale) * this.ratio));
    this.canvas = document.createElement("canvas");
    this.canvas.width = x1 - x0;
    this.canvas.height = y1 - y0;
    this.canvas.setAttribute("aria-hidden", "true");
    const box = {left: x0, top: y0, width: x1 - x0, height: y1 - y0};
    this.canvas.style.position = "absolute";
    for (const side in box) this.canvas.style[side] = box[side] / this.ratio + "px";
    this.origin = [left * this.ratio - x0, top * this.ratio - y0];
    this.pen = this.canvas.getContext("2d");
    this.pen.lineJoin = "round";
    this.pen.textAlign = "center";
    painter.parent.insertBefore(this.canvas, painter.svg);
  }

  clear() {
    this.pen.resetTransform();
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  // Draw a node; with `squeeze` below 1 as narrow as that, about `x`.
  draw(node, squeeze = 1, x = 0) {
    const {pen, scale, origin} = this;
    pen.setTransform(scale * squeeze, 0, 0, scale, origin[0] + scale * x * (1 - squeeze), origin[1]);
    drawn(pen, node, this.ratio);
  }

  // Have what is drawn be seen more or less of as a whole.
  fade(opacity) {
    this.canvas.style.willChange = "opacity";
    this.canvas.style.opacity = opacity;
  }

  remove() {
    this.canvas.remove();
    this.canvas.width = 0; // a picture is large, and would wait for whoever collects it
  }
}

function extent(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [Math.floor(low) - ROOM, Math.ceil(high) + ROOM];
}
