// Hatching, lines and slices as gradients with hard edges, the same as the Qt painter's.

const SOFT_HATCH = 0.06;
const SOFT_SLICE = 0.02;
const DIRECTIONS = {level: [0, 1], upright: [1, 0]};

// Each returns [the gradient's node, what fills with it]; `name` is the shape's, which no other in the page has.

export function hatched(name, ground, stripe, at, width) {
  const [x, y] = at;
  return gradient(name, x, y, x + width, y + width, "repeat", even([ground, stripe], SOFT_HATCH));
}

export function lined(name, ground, line, texture, at, width) {
  const [dx, dy] = DIRECTIONS[texture] || [0.7, -0.7];
  const x = at[0] - (dx * width) / 2;
  const y = at[1] - (dy * width) / 2;
  const stops = [[0, ground], [0.34, ground], [0.38, line], [0.62, line], [0.66, ground], [1, ground]];
  return gradient(name, x, y, x + dx * width, y + dy * width, "repeat", stops);
}

export function split(name, colours, box) {
  const lean = (box.bottom - box.top) * 0.18;
  const middle = (box.top + box.bottom) / 2;
  return gradient(name, box.left, middle - lean, box.right, middle + lean, "pad", even(colours, SOFT_SLICE));
}

function even(colours, soft) {
  const share = 1 / colours.length;
  const stops = [];
  colours.forEach((colour, place) => {
    stops.push([place * share + (place ? soft / 2 : 0), colour]);
    stops.push([(place + 1) * share - (place + 1 < colours.length ? soft / 2 : 0), colour]);
  });
  return stops;
}

function gradient(name, x1, y1, x2, y2, spread, stops) {
  const id = "gradient-" + encodeURIComponent(name);
  const attributes = {id, x1, y1, x2, y2, gradientUnits: "userSpaceOnUse", spreadMethod: spread};
  const inside = stops.map(([offset, colour]) => ({name: "stop", attributes: {offset, "stop-color": colour}}));
  return [{name: "linearGradient", attributes, inside}, "url(#" + id + ")"];
}
