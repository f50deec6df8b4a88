// Making SVG elements.

const SPACE = "http://www.w3.org/2000/svg";

export function svg(name, attributes) {
  const element = document.createElementNS(SPACE, name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && value !== "") element.setAttribute(key, value);
  }
  return element;
}

let count = 0;

// Return a name no other element of this page has.
export function unique(stem) {
  count += 1;
  return stem + "-" + count;
}
