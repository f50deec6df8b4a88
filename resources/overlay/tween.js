// Between two figures: the counterpart of figures/tween.py, shape for shape.

// Return the ids whose shape differs, those on one side only included.
export function differing(before, after) {
  const found = [];
  for (const id of before.keys()) if (!after.has(id)) found.push(id);
  for (const [id, shape] of after) if (before.get(id) !== shape) found.push(id);
  return found;
}

// Return the shapes at `t` of the way; only `ids` are looked at.
export function tweened(before, after, ids, t) {
  const shapes = new Map(after);
  for (const id of ids) {
    const a = before.get(id);
    const b = after.get(id);
    if (a && b) shapes.set(id, between(a, b, t));
    else if (b) shapes.set(id, faded(b, t));
    else shapes.set(id, faded(a, 1 - t));
  }
  return shapes;
}

const NUMBERS = ["x", "y", "width", "height", "x1", "y1", "x2", "y2", "size", "slant", "radius"];

function between(a, b, t) {
  const made = Object.assign({}, b);
  for (const name of NUMBERS) {
    if (a[name] !== undefined && b[name] !== undefined) made[name] = a[name] + (b[name] - a[name]) * t;
  }
  return made;
}

function faded(shape, part) {
  return Object.assign({}, shape, {opacity: (shape.opacity === undefined ? 1 : shape.opacity) * part});
}

// Return a figure before its entrance, as a change to it.
export function entrance(figure) {
  return {set: []};
}
