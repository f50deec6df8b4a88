// How wide words are in the program's own typefaces, asked of the very elements that would draw them.
//
// Asking lays out the page, so it is asked for many words at once, and seldom: the letters of a text, each measured
// once, mostly say already that it finds room.

import {dress, svg} from "./svg.js";

const FAMILIES = "sans-serif";
const KEPT = 20000;
const UNIT = 1000; // the size letters and capitals are measured at
const SPARE = 1.01; // words are hardly ever wider than their letters

export class Measure {
  // `roles` is the theme's table of typefaces; `parent` is where the probes may lie unseen.
  constructor(roles, parent) {
    this.roles = roles;
    this.styles = new Map();
    this.widths = new Map();
    this.caps = new Map();
    this.letters = new Map(); // by typeface, the width of each letter in its size
    this.stage = svg("svg", {width: 0, height: 0, "aria-hidden": "true"});
    this.stage.style.cssText = "position:absolute;left:0;top:0;overflow:hidden;visibility:hidden;contain:strict";
    parent.appendChild(this.stage);
  }

  // Return the style of a role at a size as an object of CSS properties, the same object each time.
  style(role, size, strong) {
    const key = role + "|" + size + "|" + Boolean(strong);
    let known = this.styles.get(key);
    if (!known) {
      const face = this.roles[role] || this.roles.body;
      known = {
        "font-family": "'" + face.family + "', " + FAMILIES,
        "font-weight": String(strong ? face.strong : face.weight),
        "font-size": size + "px",
        "font-feature-settings": face.tabular ? "'tnum' 1" : "normal",
        "letter-spacing": face.tracking ? face.tracking * size + "px" : "normal",
        "white-space": "pre",
      };
      if (this.styles.size >= KEPT) this.styles.clear(); // a size that grows goes by many
      this.styles.set(key, known);
    }
    return known;
  }

  // Return the width of words in units.
  width(words, role, size, strong) {
    if (!words) return 0;
    const key = keyOf(words, role, size, strong);
    if (!this.widths.has(key)) this.prepare([[words, role, size, strong]]);
    return this.widths.get(key);
  }

  // Measure many words at once, each `[words, role, size, strong]`: one by one, each would lay out the page.
  prepare(wanted) {
    const fresh = new Map();
    for (const [words, role, size, strong] of wanted) {
      const key = keyOf(words, role, size, strong);
      if (!words || this.widths.has(key) || fresh.has(key)) continue;
      const tell = width => this.widths.set(key, width);
      fresh.set(key, [this.probe(words, role, size, strong), tell]);
    }
    if (this.widths.size + fresh.size > KEPT) this.widths.clear();
    this.ask(fresh.values());
  }

  // Know the letters of many words, said as above.
  learn(wanted) {
    const fresh = new Map();
    for (const [words, role, , strong] of wanted) {
      const known = this.alphabet(role, strong);
      for (const letter of words) {
        const key = keyOf(letter, role, UNIT, strong);
        if (known.has(letter) || fresh.has(key)) continue;
        const tell = width => known.set(letter, width / UNIT);
        fresh.set(key, [this.probe(letter, role, UNIT, strong), tell]);
      }
    }
    this.ask(fresh.values());
  }

  // Return a width words of known letters do not have more than.
  atMost(words, role, size, strong) {
    const known = this.alphabet(role, strong);
    let sum = 0;
    for (const letter of words) sum += known.get(letter);
    return sum * size * SPARE;
  }

  // Return the height of a capital letter in units.
  capHeight(role, size, strong) {
    const style = this.style(role, UNIT, strong);
    const key = style["font-family"] + style["font-weight"];
    let part = this.caps.get(key);
    if (part === undefined) {
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style["font-weight"] + " " + UNIT + "px " + style["font-family"];
      part = pen.measureText("H").actualBoundingBoxAscent / UNIT;
      this.caps.set(key, part);
    }
    return part * size;
  }

  alphabet(role, strong) {
    const key = role + "|" + Boolean(strong);
    if (!this.letters.has(key)) this.letters.set(key, new Map());
    return this.letters.get(key);
  }

  probe(words, role, size, strong) {
    const probe = svg("text", {"xml:space": "preserve", "text-rendering": "geometricPrecision"});
    dress(probe, this.style(role, size, strong));
    probe.textContent = words;
    return probe;
  }

  ask(questions) {
    const asked = Array.from(questions);
    if (!asked.length) return;
    this.stage.append(...asked.map(([probe]) => probe));
    for (const [probe, tell] of asked) tell(probe.getComputedTextLength());
    this.stage.replaceChildren();
  }

  remove() {
    this.stage.remove();
  }
}

function keyOf(words, role, size, strong) {
  return role + "|" + size + "|" + Boolean(strong) + "|" + words;
}
