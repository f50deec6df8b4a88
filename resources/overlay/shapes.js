// One shape of a figure as SVG: the counterpart of the Qt painter, figure for figure.

import {mixed} from "./inks.js";
import {hatched, lined, split} from "./patterns.js";

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

// Return a shape as the node of a `g`. `tools` has inks, measure, scale (the pixels to a unit) and `name`, the painter's.
export function nodeOf(shape, tools) {
  const attributes = {"data-id": shape.id};
  const inside = [];
  if (!(shape.opacity <= 0)) {
    if (shape.opacity < 1) attributes.opacity = shape.opacity;
    KINDS[shape.kind](inside, shape, tools);
  }
  return {name: "g", attributes, inside};
}

// Know beforehand what has to be measured to draw these shapes, all at once.
export function measured(shapes, measure) {
  const texts = shapes.filter(shape => shape.kind === "text" && !(shape.opacity <= 0));
  measure.learn(texts.flatMap(shape => runs(shape, sizeOf(shape))));
  const tight = texts.filter(shape => !surelyFits(shape, sizeOf(shape), measure));
  measure.prepare(tight.flatMap(shape => runs(shape, sizeOf(shape))));
}

const KINDS = {box, text, rule, tile};

function box(inside, shape, {inks, name}) {
  const ink = shape.ink || "";
  const pattern = shape.pattern || "solid";
  const edge = shape.edge || "";
  const draw = attributes => inside.push(boxPath(shape, attributes));
  if (ink && pattern === "hatched") {
    const id = name + shape.id;
    const [gradient, fill] = hatched(id, inks.hex(ink), inks.hex(edge || "recount"), [shape.x, shape.y], 4);
    inside.push(gradient);
    draw({fill});
  } else if (ink && pattern !== "hollow") {
    draw({fill: inks.hex(ink)});
  }
  const width = shape.edge_width === undefined ? 1 : shape.edge_width;
  if (edge && width) draw({fill: "none", stroke: inks.hex(edge), "stroke-width": width, "stroke-linejoin": "round"});
}

function boxPath(shape, attributes) {
  const {x, y, width, height} = shape;
  if (width <= 0 || height <= 0) return {name: "g", attributes: {}};
  if (shape.slant) {
    const right = x + width;
    const bottom = y + height;
    const d = `M${x},${y}H${right}L${right - shape.slant},${bottom}H${x}Z`;
    return {name: "path", attributes: Object.assign({d}, attributes)};
  }
  const radius = shape.radius ? Math.min(shape.radius, width / 2, height / 2) : undefined;
  return {name: "rect", attributes: Object.assign({x, y, width, height, rx: radius, ry: radius}, attributes)};
}

function rule(inside, shape, {inks}) {
  const width = shape.width === undefined ? 1 : shape.width;
  const attributes = {
    x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2, stroke: inks.hex(shape.ink || "line"), "stroke-width": width,
  };
  if (shape.dashed) attributes["stroke-dasharray"] = 2.5 * width + " " + 2 * width;
  inside.push({name: "line", attributes});
}

function text(inside, shape, tools) {
  const {inks, measure} = tools;
  const role = shape.role || "body";
  let size = sizeOf(shape);
  let spans = shape.spans;
  if (!surelyFits(shape, size, measure)) {
    const widthOf = () => spans.reduce((sum, one) => sum + measure.width(one.text, role, size, one.strong), 0);
    const width = widthOf();
    if (shape.shrink && width > shape.width) {
      size = Math.max(even(asked(shape) * SMALLEST_TEXT), Math.floor((size * shape.width) / width), 1);
    }
    if (widthOf() > shape.width + 0.01) spans = cut(shape, role, size, measure);
  }
  const [x, anchor] = ANCHORS[shape.align || "left"](shape);
  const strong = spans.some(one => one.strong);
  const y = shape.y + (shape.height + measure.capHeight(role, size, strong)) / 2;
  inside.push(words(spans.filter(one => one.text), x, y, anchor, role, size, inks, measure));
}

const ANCHORS = {
  left: shape => [shape.x, undefined],
  centre: shape => [shape.x + shape.width / 2, "middle"],
  right: shape => [shape.x + shape.width, "end"],
};

// Return one line of words as a node; where they differ, each run is one inside it.
function words(spans, x, y, anchor, role, size, inks, measure) {
  const style = one => measure.style(role, size, one.strong);
  const attributes = {x, y, "text-anchor": anchor, "xml:space": "preserve", "text-rendering": "geometricPrecision"};
  if (spans.length === 1) {
    attributes.fill = inks.hex(spans[0].ink);
    return {name: "text", attributes, style: style(spans[0]), words: spans[0].text};
  }
  const inside = spans.map(one => (
    {name: "tspan", attributes: {fill: inks.hex(one.ink)}, style: style(one), words: one.text}
  ));
  return {name: "text", attributes, style: style({strong: false}), inside};
}

function asked(shape) {
  return shape.size === undefined ? 14 : shape.size;
}

function sizeOf(shape) {
  return Math.max(1, even(asked(shape)));
}

function runs(shape, size) {
  return shape.spans.map(one => [one.text, shape.role || "body", size, one.strong]);
}

function surelyFits(shape, size, measure) {
  return runs(shape, size).reduce((sum, one) => sum + measure.atMost(...one), 0) <= shape.width;
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

function tile(inside, shape, tools) {
  const {inks, measure, scale} = tools;
  const name = tools.name + shape.id;
  const ink = shape.ink === undefined ? "awaited" : shape.ink;
  const pattern = shape.pattern || "solid";
  const letterSize = shape.letter ? letterHeight(shape) : 0;
  const lettered = Boolean(shape.letter) && letterSize * scale >= SMALLEST_LETTER;
  const d = path(shape.rings);
  const add = attributes => inside.push({name: "path", attributes});
  const fill = (paint, outline) => add({d: outline || d, fill: paint, "fill-rule": "evenodd"});
  const stroke = (colour, width) => {
    add({
      d, fill: "none", stroke: colour, "stroke-width": width, "stroke-linejoin": "round",
      "vector-effect": "non-scaling-stroke",
    });
  };
  const through = ([gradient, paint]) => {
    inside.push(gradient);
    fill(paint);
  };
  const second = shape.second || "panel";
  const edge = shape.edge || "";
  if (ink) {
    if (shape.texture && !lettered) {
      const line = mixed(inks.hex("panel"), inks.hex(ink), LINES);
      through(lined(name, inks.hex(ink), line, shape.texture, shape.centre, shape.size * 0.7));
    } else if (pattern === "solid") {
      fill(inks.hex(ink));
    } else if (pattern === "hatched") {
      through(hatched(name, inks.hex(ink), inks.hex(shape.second || "recount"), shape.centre, shape.size * 0.5));
    } else if (pattern === "split") {
      const parts = shape.parts && shape.parts.length ? shape.parts : [ink, shape.second || ink];
      through(split(name, parts.map(one => inks.hex(one)), bounds(shape.rings)));
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
  if (shape.mark && shape.size * scale >= SMALLEST_MARK) mark(inside, shape, tools, lettered);
  if (lettered) {
    const [x, y] = shape.centre;
    const tall = measure.capHeight("label", letterSize, true);
    const letter = [{text: shape.letter, ink: over(shape, ink, pattern), strong: true}];
    inside.push(words(letter, x, y + tall / 2, "middle", "label", letterSize, inks, measure));
  }
}

function mark(inside, shape, {inks}, lettered) {
  const [cx, middle] = shape.centre;
  const cy = lettered ? middle - shape.size * 0.72 : middle;
  const part = lettered ? 0.5 : 1;
  const colour = inks.hex(over(shape, shape.ink === undefined ? "awaited" : shape.ink, shape.pattern || "solid"));
  const add = (name, attributes) => inside.push({name, attributes});
  if (shape.mark === "dot") {
    add("circle", {cx, cy, r: shape.size * DOT * part, fill: colour});
  } else if (shape.mark === "ring") {
    add("circle", {cx, cy, r: shape.size * RING * part, fill: "none", stroke: colour, "stroke-width": shape.size * 0.18});
  } else {
    const reach = shape.size * 0.5;
    const d = `M${cx - reach},${cy - reach}L${cx + reach},${cy + reach}M${cx - reach},${cy + reach}L${cx + reach},${cy - reach}`;
    add("path", {d, stroke: inks.hex("postponed"), "stroke-width": shape.size * 0.2, fill: "none"});
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

// The outline of rings, kept for as long as they are: a tile keeps its own while its colour changes.
function path(rings) {
  let known = paths.get(rings);
  if (!known) paths.set(rings, (known = outline(rings)));
  return known;
}

const paths = new WeakMap();

function outline(rings) {
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
