// One shape of a figure as SVG: the counterpart of the Qt painter, figure for figure.

import {mixed} from "./inks.js";
import {dress} from "./measure.js";
import {hatched, lined, split} from "./patterns.js";
import {svg} from "./svg.js";

const SMALLEST_TEXT = 0.62; // of the size asked for: smaller than that, the end is cut off instead
const DOT = 0.34; // of a tile's mark radius
const RING = 0.42;
const HOLLOW = 0.84; // how much of such a tile is inside its edge
const RINGED = 0.62;
const LINES = 0.62; // how much of the panel is in a texture's lines
const OUTLINE = 3; // pixels
const SMALLEST_LETTER = 6.5; // pixels on the screen
const SMALLEST_EDGE = 3;
const SMALLEST_MARK = 2.5;

// Return a shape as a `g`. `with` has inks, measure and scale, the pixels to a unit.
export function element(shape, tools) {
  const group = svg("g", {"data-id": shape.id});
  if (shape.opacity <= 0) return group;
  if (shape.opacity < 1) group.setAttribute("opacity", shape.opacity);
  KINDS[shape.kind](group, shape, tools);
  return group;
}

// Yield what will have to be measured to draw a shape.
export function* wordsOf(shape) {
  if (shape.kind !== "text" || shape.opacity <= 0) return;
  const size = Math.max(1, even(shape.size === undefined ? 14 : shape.size));
  for (const one of shape.spans) yield [one.text, shape.role || "body", size, one.strong];
}

const KINDS = {box, text, rule, tile};

function box(group, shape, {inks}) {
  const ink = shape.ink || "";
  const pattern = shape.pattern || "solid";
  const edge = shape.edge || "";
  const draw = attributes => group.appendChild(boxPath(shape, attributes));
  if (ink && pattern === "hatched") {
    const [gradient, fill] = hatched(inks.hex(ink), inks.hex(edge || "recount"), [shape.x, shape.y], 4);
    group.appendChild(gradient);
    draw({fill});
  } else if (ink && pattern !== "hollow") {
    draw({fill: inks.hex(ink)});
  }
  const width = shape.edge_width === undefined ? 1 : shape.edge_width;
  if (edge && width) draw({fill: "none", stroke: inks.hex(edge), "stroke-width": width, "stroke-linejoin": "round"});
}

function boxPath(shape, attributes) {
  const {x, y, width, height} = shape;
  if (width <= 0 || height <= 0) return svg("g", {});
  if (shape.slant) {
    const right = x + width;
    const bottom = y + height;
    const d = `M${x},${y}H${right}L${right - shape.slant},${bottom}H${x}Z`;
    return svg("path", Object.assign({d}, attributes));
  }
  const radius = shape.radius ? Math.min(shape.radius, width / 2, height / 2) : undefined;
  return svg("rect", Object.assign({x, y, width, height, rx: radius, ry: radius}, attributes));
}

function rule(group, shape, {inks}) {
  const width = shape.width === undefined ? 1 : shape.width;
  const line = svg("line", {
    x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2, stroke: inks.hex(shape.ink || "line"), "stroke-width": width,
  });
  if (shape.dashed) line.setAttribute("stroke-dasharray", 2.5 * width + " " + 2 * width);
  group.appendChild(line);
}

function text(group, shape, tools) {
  const {inks, measure} = tools;
  const role = shape.role || "body";
  const asked = shape.size === undefined ? 14 : shape.size;
  let size = Math.max(1, even(asked));
  let spans = shape.spans;
  const widthOf = runs => runs.reduce((sum, one) => sum + measure.width(one.text, role, size, one.strong), 0);
  let width = widthOf(spans);
  if (shape.shrink && width > shape.width) {
    size = Math.max(even(asked * SMALLEST_TEXT), Math.floor((size * shape.width) / width), 1);
    width = widthOf(spans);
  }
  if (width > shape.width + 0.01) {
    spans = cut(shape, role, size, measure);
    width = widthOf(spans);
  }
  let x = shape.x;
  if (shape.align === "right") x += shape.width - width;
  else if (shape.align === "centre") x += (shape.width - width) / 2;
  const strong = spans.some(one => one.strong);
  const y = shape.y + (shape.height + measure.capHeight(role, size, strong)) / 2;
  for (const one of spans) {
    group.appendChild(words(one.text, x, y, role, size, one.strong, inks.hex(one.ink), measure));
    x += measure.width(one.text, role, size, one.strong);
  }
}

function words(said, x, y, role, size, strong, fill, measure) {
  const run = svg("text", {x, y, fill, "xml:space": "preserve", "text-rendering": "geometricPrecision"});
  dress(run, measure.style(role, size, strong));
  run.textContent = said; // never as markup: a name is drawn, not run
  return run;
}

// Return the spans that fit, the last one of them ending in an ellipsis.
function cut(shape, role, size, measure) {
  let room = shape.width;
  const kept = [];
  const dots = measure.width("…", role, size, false);
  const last = shape.spans[shape.spans.length - 1];
  for (const one of shape.spans) {
    const width = measure.width(one.text, role, size, one.strong);
    if (width > (one === last ? room : room - dots)) {
      kept.push(Object.assign({}, one, {text: elided(one, role, size, room, measure)}));
      return kept;
    }
    kept.push(one);
    room -= width;
  }
  return kept;
}

function elided(one, role, size, room, measure) {
  const letters = Array.from(one.text);
  const dots = measure.width("…", role, size, one.strong);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure.width(letters.slice(0, middle).join(""), role, size, one.strong) + dots <= room) low = middle;
    else high = middle - 1;
  }
  return (letters.slice(0, low).join("") + "…").replace(" …", "…");
}

function tile(group, shape, tools) {
  const {inks, measure, scale} = tools;
  const ink = shape.ink === undefined ? "awaited" : shape.ink;
  const pattern = shape.pattern || "solid";
  const letterSize = shape.letter ? letterHeight(shape) : 0;
  const lettered = Boolean(shape.letter) && letterSize * scale >= SMALLEST_LETTER;
  const d = path(shape.rings);
  const fill = (paint, outline) => {
    group.appendChild(svg("path", {d: outline || d, fill: paint, "fill-rule": "evenodd"}));
  };
  const stroke = (colour, width) => {
    group.appendChild(svg("path", {
      d, fill: "none", stroke: colour, "stroke-width": width, "stroke-linejoin": "round",
      "vector-effect": "non-scaling-stroke",
    }));
  };
  const through = ([gradient, paint]) => {
    group.appendChild(gradient);
    fill(paint);
  };
  const second = shape.second || "panel";
  const edge = shape.edge || "";
  if (ink) {
    if (shape.texture && !lettered) {
      const line = mixed(inks.hex("panel"), inks.hex(ink), LINES);
      through(lined(inks.hex(ink), line, shape.texture, shape.centre, shape.size * 0.7));
    } else if (pattern === "solid") {
      fill(inks.hex(ink));
    } else if (pattern === "hatched") {
      through(hatched(inks.hex(ink), inks.hex(shape.second || "recount"), shape.centre, shape.size * 0.5));
    } else if (pattern === "split") {
      const parts = shape.parts && shape.parts.length ? shape.parts : [ink, shape.second || ink];
      through(split(parts.map(one => inks.hex(one)), bounds(shape.rings)));
    } else if (pattern === "hollow" && (edge || shape.size * scale < SMALLEST_EDGE)) {
      fill(inks.hex(second));
    } else if (pattern === "ringed" && edge) {
      fill(inks.hex(second));
      stroke(inks.hex(ink), OUTLINE);
    } else {
      fill(inks.hex(ink));
      fill(inks.hex(second), path(inner(shape, pattern === "hollow" ? HOLLOW : RINGED)));
    }
  }
  const width = shape.edge_width === undefined ? 1 : shape.edge_width;
  if (edge && (width > 1 || shape.size * scale >= SMALLEST_EDGE)) stroke(inks.hex(edge), width);
  if (shape.mark && shape.size * scale >= SMALLEST_MARK) mark(group, shape, tools, lettered);
  if (lettered) {
    const [x, y] = shape.centre;
    const across = measure.width(shape.letter, "label", letterSize, true);
    const tall = measure.capHeight("label", letterSize, true);
    const colour = inks.hex(over(shape, ink, pattern));
    group.appendChild(words(shape.letter, x - across / 2, y + tall / 2, "label", letterSize, true, colour, measure));
  }
}

function mark(group, shape, {inks}, lettered) {
  const [cx, middle] = shape.centre;
  const cy = lettered ? middle - shape.size * 0.72 : middle;
  const part = lettered ? 0.5 : 1;
  const colour = inks.hex(over(shape, shape.ink === undefined ? "awaited" : shape.ink, shape.pattern || "solid"));
  if (shape.mark === "dot") {
    group.appendChild(svg("circle", {cx, cy, r: shape.size * DOT * part, fill: colour}));
  } else if (shape.mark === "ring") {
    group.appendChild(svg("circle", {
      cx, cy, r: shape.size * RING * part, fill: "none", stroke: colour, "stroke-width": shape.size * 0.18,
    }));
  } else {
    const reach = shape.size * 0.5;
    group.appendChild(svg("path", {
      d: `M${cx - reach},${cy - reach}L${cx + reach},${cy + reach}M${cx - reach},${cy + reach}L${cx + reach},${cy - reach}`,
      stroke: inks.hex("postponed"), "stroke-width": shape.size * 0.2, fill: "none",
    }));
  }
}

// Return the ink that reads on the middle of a tile.
function over(shape, ink, pattern) {
  let middle = ink;
  if (pattern === "split") middle = shape.parts && shape.parts.length ? shape.parts[shape.parts.length >> 1] : ink;
  else if (pattern === "hollow" || pattern === "ringed") return "text";
  return middle.startsWith("party:") ? "on:" + middle.slice(6) : "text";
}

function letterHeight(shape) {
  return Math.max(1, even(shape.size * [1.15, 1, 0.78][Math.min(shape.letter.length, 3) - 1]));
}

function path(rings) {
  return rings.map(ring => "M" + ring.map(point => point[0] + "," + point[1]).join("L") + "Z").join("");
}

function inner(shape, part) {
  const [x0, y0] = shape.centre;
  return shape.rings.map(ring => ring.map(([x, y]) => [x0 + (x - x0) * part, y0 + (y - y0) * part]));
}

function bounds(rings) {
  const xs = [];
  const ys = [];
  for (const ring of rings) for (const [x, y] of ring) xs.push(x), ys.push(y);
  return {left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys)};
}

// Return the nearest whole number, halves to the even one, as Python rounds.
function even(value) {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest < 0.5) return low;
  if (rest > 0.5) return low + 1;
  return low % 2 ? low + 1 : low;
}
