// Between two figures: the counterpart of figures/tween.py, shape for shape. A test holds the two against each other.

const MINUS = "−";
// A number as the program writes it, and not a part of a time or a name.
const NUMBER = /(?<![\p{L}\p{N}_:.])([+−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\p{L}\p{N}_:]|\.\d)/gu;
export const EDGE = 0.02; // of a tile's width: how thin it is half way through its flip

const USUAL = {radius: 0, slant: 0, opacity: 1, edge_width: 1, x: 0, y: 0};
const SIZES = {box: ["x", "y", "width", "height", "radius", "slant", "opacity"],
  text: ["x", "y", "width", "height", "size"],
  rule: ["x1", "y1", "x2", "y2", "width", "opacity"]};

// Return the ids whose shape differs, those on one side only included.
export function differing(before, after) {
  const found = [];
  for (const id of before.keys()) if (!after.has(id)) found.push(id);
  for (const [id, shape] of after) if (before.get(id) !== shape) found.push(id);
  return found;
}

// Return the shapes at `t` of the way, between 0 and 1.
export function tweened(before, after, t) {
  return new Map(ids(before, after).map(id => [id, midway(before.get(id), after.get(id), t)]));
}

// Return the ids of both sides in the order they are painted.
export function ids(before, after) {
  const gone = goneAfter(before, after);
  const found = (gone.get(null) || []).slice();
  for (const id of after.keys()) found.push(id, ...(gone.get(id) || []));
  return found;
}

// Return one shape at `t` of the way; on one side there may be none.
export function midway(a, b, t) {
  if (a === b) return b;
  if (!b) return faded(a, early(t));
  if (a && a.kind === b.kind) return between(a, b, t);
  return grows(b) ? between(beforeEntering(b), b, late(t)) : faded(b, late(t));
}

// Return how much is seen of what goes: all of it at first, none from half way on.
export function early(t) {
  return Math.max(1 - 2 * t, 0);
}

// Return how far what comes has come: not at all until half way.
export function late(t) {
  return Math.max(2 * t - 1, 0);
}

// Return whether a shape enters by more than being seen: a bar, a figure, the needle.
export function grows(shape) {
  if (shape.kind === "box") return shape.id.startsWith("bar:") || shape.id.startsWith("bar-left:");
  return shape.kind === "text" ? shape.role === "figure" : shape.id === "needle";
}

// Return whether nothing shows through a shape.
export function full(shape) {
  return shape.opacity === undefined || shape.opacity === 1;
}

// Return whether two tiles have the same outline.
export function sameOutline(a, b) {
  return a.rings === b.rings || same(a.rings, b.rings);
}

// Return a figure before its entrance, as a change to it. Takes a figure as the server says it, or as a map of shapes.
export function entrance(figure) {
  const set = [];
  for (const shape of figure.shapes.values()) set.push(beforeEntering(shape));
  return {set};
}

// Return the shapes that have gone, each under the last shape before it that both have.
function goneAfter(before, after) {
  const gone = new Map();
  let anchor = null;
  for (const id of before.keys()) {
    if (after.has(id)) anchor = id;
    else if (gone.has(anchor)) gone.get(anchor).push(id);
    else gone.set(anchor, [id]);
  }
  return gone;
}

function beforeEntering(shape) {
  const stem = shape.id.split(":")[0];
  if (stem === "mark" || shape.id.startsWith("track")) return shape;
  if (shape.kind === "box" && stem === "bar") return Object.assign({}, shape, {width: 0});
  if (shape.kind === "box" && stem === "bar-left") return Object.assign({}, shape, {x: shape.x + shape.width, width: 0});
  if (shape.kind === "rule" && shape.id === "needle") {
    const length = Math.hypot(shape.x2 - shape.x1, shape.y2 - shape.y1);
    return Object.assign({}, shape, {x2: shape.x1, y2: shape.y1 - length});
  }
  if (shape.kind === "text" && shape.role === "figure") {
    const spans = shape.spans.map(one => Object.assign({}, one, {text: zeroed(one.text)}));
    return Object.assign({}, shape, {spans, opacity: 0});
  }
  return Object.assign({}, shape, {opacity: 0});
}

function faded(shape, part) {
  return Object.assign({}, shape, {opacity: value(shape, "opacity") * part});
}

function between(a, b, t) {
  if (a.kind === "text") return text(a, b, t);
  if (a.kind === "tile") return tile(a, b, t);
  const made = Object.assign({}, a.kind === "rule" || t >= 0.5 ? b : a);
  return sized(made, a, b, t);
}

function sized(made, a, b, t) {
  for (const name of SIZES[a.kind]) made[name] = mid(value(a, name), value(b, name), t);
  return made;
}

function text(a, b, t) {
  let opacity = mid(value(a, "opacity"), value(b, "opacity"), t);
  let look = b;
  let spans = counted(a.spans, b.spans, t);
  if (!spans) { // other words: the old ones leave before the new ones come
    look = t < 0.5 ? a : b;
    spans = look.spans;
    opacity = t < 0.5 ? value(a, "opacity") * (1 - 2 * t) : value(b, "opacity") * (2 * t - 1);
  }
  return sized(Object.assign({}, look, {spans, opacity}), a, b, t);
}

function tile(a, b, t) {
  const opacity = mid(value(a, "opacity"), value(b, "opacity"), t);
  const alike = sameOutline(a, b);
  if (alike && !same(looks(a), looks(b))) {
    const look = t < 0.5 ? a : b;
    const squeeze = Math.max(t < 0.5 ? 1 - 2 * t : 2 * t - 1, EDGE);
    const x = look.centre[0];
    const rings = look.rings.map(ring => ring.map(([px, py]) => [x + (px - x) * squeeze, py]));
    return Object.assign({}, look, {rings, opacity});
  }
  const look = t < 0.5 ? a : b;
  if (alike) return Object.assign({}, look, {rings: b.rings, opacity});
  if (!same(a.rings.map(ring => ring.length), b.rings.map(ring => ring.length))) {
    return Object.assign({}, look, {opacity});
  }
  const rings = a.rings.map((ring, at) => ring.map((one, place) => point(one, b.rings[at][place], t)));
  return Object.assign({}, look, {rings, centre: point(a.centre, b.centre, t), size: mid(a.size, b.size, t), opacity});
}

function looks(shape) {
  return Object.assign({}, shape, {rings: 0, centre: 0, size: 0, opacity: 0});
}

// Return spans with numbers between those of two texts that say the same but for them, else null.
function counted(a, b, t) {
  if (a.length !== b.length) return null;
  const spans = [];
  for (let at = 0; at < a.length; at += 1) {
    const words = a[at].text === b[at].text ? b[at].text : numberBetween(a[at].text, b[at].text, t);
    if (words === null) return null;
    spans.push(Object.assign({}, b[at], {text: words}));
  }
  return spans;
}

function numberBetween(a, b, t) {
  if (a.replace(NUMBER, "#") !== b.replace(NUMBER, "#")) return null;
  const before = Array.from(a.matchAll(NUMBER));
  const after = Array.from(b.matchAll(NUMBER));
  let said = "";
  let at = 0;
  after.forEach((found, place) => {
    const old = before[place];
    said += b.slice(at, found.index);
    said += old[0] === found[0] ? found[0] : written(mid(amount(old), amount(found), t), found);
    at = found.index + found[0].length;
  });
  return said + b.slice(at);
}

function amount(found) {
  const size = Number(found[2].replace(/,/g, "") + (found[3] ? "." + found[3] : ""));
  return found[1] === MINUS ? -size : size;
}

function written(amount_, like) {
  let words = decimal(amount_, (like[3] || "").length);
  if (words.startsWith(MINUS) && !/[1-9]/.test(words)) words = words.slice(1);
  return like[1] === "+" && !words.startsWith(MINUS) ? "+" + words : words;
}

function zeroed(words) {
  return words.replace(NUMBER, (all, sign, whole, part) => sign + decimal(0, (part || "").length));
}

// Return a number with so many decimals, halves away from zero, thousands marked, with a true minus.
function decimal(amount_, places) {
  const scale = Math.pow(10, places);
  const scaled = Math.floor(Math.abs(amount_) * scale + 0.5 + 1e-6);
  const whole = String(Math.floor(scaled / scale)).replace(/\B(?=(\d{3})+$)/g, ",");
  const part = places ? "." + String(scaled % scale).padStart(places, "0") : "";
  return (amount_ < 0 && scaled ? MINUS : "") + whole + part;
}

function value(shape, name) {
  if (shape[name] !== undefined) return shape[name];
  if (name === "size") return 14;
  if (name === "width" && shape.kind === "rule") return 1;
  return USUAL[name];
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

function point(a, b, t) {
  return [mid(a[0], b[0], t), mid(a[1], b[1], t)];
}

function mid(a, b, t) {
  return a + (b - a) * t;
}
