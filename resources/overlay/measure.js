// How wide words are in the program's own typefaces, asked of the very element that would draw them.

import {svg} from "./svg.js";

const FAMILIES = "sans-serif";
const KEPT = 20000;
const CAP_SIZE = 1000;

export class Measure {
  // `roles` is the theme's table of typefaces; `parent` is where the probe may lie unseen.
  constructor(roles, parent) {
    this.roles = roles;
    this.widths = new Map();
    this.caps = new Map();
    this.probes = new Map();
    this.stage = svg("svg", {width: 0, height: 0, "aria-hidden": "true"});
    this.stage.style.cssText = "position:absolute;left:0;top:0;overflow:hidden;visibility:hidden";
    parent.appendChild(this.stage);
  }

  // Return the style of a role at a size, as an object of CSS properties.
  style(role, size, strong) {
    const face = this.roles[role] || this.roles.body;
    return {
      "font-family": "'" + face.family + "', " + FAMILIES,
      "font-weight": String(strong ? face.strong : face.weight),
      "font-size": size + "px",
      "font-feature-settings": face.tabular ? "'tnum' 1" : "normal",
      "letter-spacing": face.tracking ? face.tracking * size + "px" : "normal",
    };
  }

  // Return the width of words in units.
  width(words, role, size, strong) {
    if (!words) return 0;
    const key = role + "|" + size + "|" + strong + "|" + words;
    let known = this.widths.get(key);
    if (known === undefined) {
      if (this.widths.size >= KEPT) this.widths.clear();
      const probe = this.probe(role, size, strong);
      probe.textContent = words;
      known = probe.getComputedTextLength();
      this.widths.set(key, known);
    }
    return known;
  }

  // Measure many words at once, each `[words, role, size, strong]`: one by one, each would lay out the page.
  prepare(wanted) {
    const fresh = new Map();
    for (const [words, role, size, strong] of wanted) {
      const key = role + "|" + size + "|" + strong + "|" + words;
      if (!words || this.widths.has(key) || fresh.has(key)) continue;
      const probe = this.probe(role, size, strong).cloneNode(false);
      probe.textContent = words;
      fresh.set(key, probe);
    }
    this.stage.append(...fresh.values());
    for (const [key, probe] of fresh) this.widths.set(key, probe.getComputedTextLength());
    for (const probe of fresh.values()) probe.remove();
  }

  // Return the height of a capital letter in units.
  capHeight(role, size, strong) {
    const style = this.style(role, CAP_SIZE, strong);
    const key = style["font-family"] + style["font-weight"];
    let part = this.caps.get(key);
    if (part === undefined) {
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style["font-weight"] + " " + CAP_SIZE + "px " + style["font-family"];
      part = pen.measureText("H").actualBoundingBoxAscent / CAP_SIZE;
      this.caps.set(key, part);
    }
    return part * size;
  }

  probe(role, size, strong) {
    const key = role + "|" + size + "|" + strong;
    let known = this.probes.get(key);
    if (!known) {
      known = svg("text", {"xml:space": "preserve", "text-rendering": "geometricPrecision"});
      dress(known, this.style(role, size, strong));
      this.stage.appendChild(known);
      this.probes.set(key, known);
    }
    return known;
  }

  // Forget everything: the typefaces have changed.
  forget() {
    this.widths.clear();
    this.caps.clear();
  }

  remove() {
    this.stage.remove();
  }
}

// Put CSS properties on an element one by one: a style attribute would fall to the page's security policy.
export function dress(element, style) {
  for (const name in style) element.style.setProperty(name, style[name]);
  if (!element.style.whiteSpace) element.style.setProperty("white-space", "pre");
  return element;
}
