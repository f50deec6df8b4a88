// SVG elements out of plain nodes, and out of the nodes before: only what differs is touched.
//
// A node is `{name, attributes, style, words, inside}`: `style` is one object for as long as the style is the same,
// `inside` are nodes.

const SPACE = "http://www.w3.org/2000/svg";

export function svg(name, attributes) {
  const element = document.createElementNS(SPACE, name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && value !== "") element.setAttribute(key, value);
  }
  return element;
}

// Return the element of a node.
export function made(node) {
  const element = svg(node.name, node.attributes);
  if (node.style) dress(element, node.style);
  if (node.words !== undefined) element.textContent = node.words; // never as markup: a name is drawn, not run
  for (const one of node.inside || []) element.appendChild(made(one));
  return element;
}

// Make the element of one node that of another.
export function mend(element, before, after) {
  const otherwise = (before.words === undefined) !== (after.words === undefined); // one run now, and several before
  if (before.name !== after.name || otherwise) {
    element.replaceWith(made(after));
    return;
  }
  const had = before.attributes;
  const has = after.attributes;
  for (const key in has) if (had[key] !== has[key]) put(element, key, has[key]);
  for (const key in had) if (!(key in has)) element.removeAttribute(key);
  if (after.style && before.style !== after.style) dress(element, after.style);
  if (before.words !== after.words) say(element, after.words);
  mendInside(element, before.inside || NOTHING, after.inside || NOTHING);
}

function mendInside(element, before, after) {
  let child = element.firstChild;
  for (let at = 0; at < Math.min(before.length, after.length); at += 1) {
    const next = child.nextSibling;
    mend(child, before[at], after[at]);
    child = next;
  }
  for (let at = before.length; at < after.length; at += 1) element.appendChild(made(after[at]));
  for (let at = after.length; at < before.length; at += 1) {
    const next = child.nextSibling;
    child.remove();
    child = next;
  }
}

function put(element, key, value) {
  if (value === undefined || value === "") element.removeAttribute(key);
  else element.setAttribute(key, value);
}

function say(element, words) {
  const text = element.firstChild;
  if (words && text) text.data = words;
  else element.textContent = words;
}

// Put CSS properties on an element one by one: a style attribute would fall to the page's security policy.
export function dress(element, style) {
  for (const name in style) element.style.setProperty(name, style[name]);
  return element;
}

const NOTHING = [];
