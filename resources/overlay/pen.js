// Nodes of shapes onto a canvas as SVG would draw them: what a tile is made of, and nothing else.

const SPANS = 4; // how often a pattern is repeated to either side of where it begins
const known = new WeakMap();

// Draw the `g` of a shape; `ratio` is how many pixels of the canvas are one of the page.
export function drawn(pen, node, ratio) {
  const before = pen.globalAlpha;
  const {opacity} = node.attributes;
  if (opacity !== undefined) pen.globalAlpha = before * opacity;
  let gradient = null;
  for (const one of node.inside) {
    if (one.name === "linearGradient") gradient = gradientOf(pen, one);
    else if (one.name === "text") write(pen, one);
    else paint(pen, one, gradient, ratio);
  }
  pen.globalAlpha = before;
}

function paint(pen, node, gradient, ratio) {
  const {fill, stroke, "stroke-width": width, "vector-effect": effect} = node.attributes;
  const path = outline(node);
  if (fill !== "none") {
    pen.fillStyle = fill.startsWith("url(") ? gradient : fill;
    pen.fill(path, "evenodd");
  }
  if (!stroke) return;
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  if (!effect) return pen.stroke(path);
  const inPixels = new Path2D(); // so that the line is as wide whatever becomes of the tile
  inPixels.addPath(path, pen.getTransform());
  pen.save();
  pen.resetTransform();
  pen.lineWidth = width * ratio;
  pen.stroke(inPixels);
  pen.restore();
}

function outline(node) {
  let path = known.get(node);
  if (path) return path;
  const {d, cx, cy, r} = node.attributes;
  path = new Path2D(d);
  if (node.name === "circle") path.arc(cx, cy, r, 0, 2 * Math.PI);
  known.set(node, path);
  return path;
}

function write(pen, {attributes, style, words}) {
  pen.font = style["font-weight"] + " " + style["font-size"] + " " + style["font-family"];
  pen.letterSpacing = style["letter-spacing"] === "normal" ? "0px" : style["letter-spacing"];
  pen.fillStyle = attributes.fill;
  pen.fillText(words, attributes.x, attributes.y);
}

// A canvas knows no gradient that repeats: one is drawn out far enough to cover a tile.
function gradientOf(pen, {attributes, inside}) {
  const {x1, y1, x2, y2, spreadMethod} = attributes;
  const reach = spreadMethod === "repeat" ? SPANS : 0;
  const [dx, dy] = [(x2 - x1) * reach, (y2 - y1) * reach];
  const gradient = pen.createLinearGradient(x1 - dx, y1 - dy, x2 + dx, y2 + dy);
  const spans = 2 * reach + 1;
  for (let span = 0; span < spans; span += 1) {
    for (const {attributes: stop} of inside) gradient.addColorStop((span + stop.offset) / spans, stop["stop-color"]);
  }
  return gradient;
}
