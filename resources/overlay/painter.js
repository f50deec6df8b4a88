// The browser's painter: a figure, as the server says it, into one SVG that fills its parent.

import {Ground} from "./ground.js";
import {Inks} from "./inks.js";
import {Measure} from "./measure.js";
import {Move} from "./move.js";
import {measured, nodeOf} from "./shapes.js";
import {made, mend, svg} from "./svg.js";
import {differing} from "./tween.js";

let count = 0;

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Painter {
  // `theme` is what /theme.json says; `parent` gets the picture.
  constructor(parent, theme) {
    this.parent = parent;
    this.inks = new Inks(theme.inks);
    this.measure = new Measure(theme.roles, parent);
    this.name = "p" + (count += 1) + "-"; // that no other painter of the page has
    this.ground = new Ground(parent, this.name);
    this.svg = svg("svg", {preserveAspectRatio: "xMidYMid meet", role: "img"});
    this.svg.style.cssText = "position:absolute;left:0;top:0;width:100%;height:100%;overflow:hidden";
    this.parent.appendChild(this.svg);
    this.elements = new Map();
    this.target = null; // the figure as it will be when nothing moves
    this.shown = new Map(); // the shapes as they are on the screen
    this.motion = null; // the number of the frame that was asked for
    this.move = null;
    this.frames = 0; // how many frames were painted: for whoever measures
    this.box = null; // the room there is, in pixels
    this.resizing = new ResizeObserver(([entry]) => this.resized(entry.contentRect));
    this.resizing.observe(this.svg);
  }

  // Show a figure: at once, or from what is there (or from `from`, a change to the figure) in `ms`.
  show(figure, inks, {ms = 0, from = null} = {}) {
    this.rest();
    this.inks.add(inks || {});
    const target = read(figure, this.target);
    const other = !this.target || this.target.width !== target.width || this.target.height !== target.height;
    this.target = target;
    this.frame(target);
    if (from) this.place(changed(target, from).shapes);
    else if (other) this.place(new Map());
    this.moveTo(target.shapes, ms);
  }

  // Have just these shapes of a figure on the screen, or nothing where there is no figure.
  still(figure, shapes) {
    this.rest();
    this.target = figure;
    if (figure) this.frame(figure);
    else this.ground.show(null, this.inks);
    this.place(shapes);
  }

  frame(figure) {
    this.svg.setAttribute("viewBox", "0 0 " + figure.width + " " + figure.height);
    this.ground.show(figure, this.inks);
  }

  // Change the figure that is shown; returns whether there was one to change.
  patch(change, inks, {ms = 0} = {}) {
    if (!this.target) return false;
    this.inks.add(inks || {});
    this.target = changed(this.target, change);
    this.moveTo(this.target.shapes, ms);
    return true;
  }

  // Show nothing; with `to`, a change to the figure, by way of that.
  clear({ms = 0, to = null} = {}) {
    const leave = () => {
      this.rest();
      this.target = null;
      this.ground.show(null, this.inks);
      this.place(new Map());
    };
    if (!this.target || !ms || calm()) return leave();
    const end = to ? changed(this.target, to).shapes : new Map();
    this.moveTo(end, ms, leave);
  }

  // Have a mark that a page lays over its frame stand where a scene's own marks do: at the top of a wide one, beside its
  // CORRECTED, at the foot of others. Elsewhere it would cover words.
  standClear(mark) {
    const {width, height, ground, shapes} = this.target || {width: 16, height: 9, shapes: new Map()};
    const beside = ground ? shapes.get("mark:CORRECTED/ground") : null;
    const low = ground && height >= width;
    mark.style.right = beside ? 100 * (1 - (beside.x - 10) / width) + "%" : "";
    mark.style.top = low ? "auto" : "";
    mark.style.bottom = low ? "5%" : "";
  }

  get empty() {
    return this.target === null;
  }

  moveTo(shapes, ms, after) {
    this.rest();
    if (!ms || calm() || document.hidden) {
      this.place(shapes);
      if (after) after();
      return;
    }
    if (!differing(this.shown, shapes).length) {
      if (after) after();
      return;
    }
    this.move = new Move(this, this.shown, shapes);
    let began = null;
    const step = now => {
      if (began === null) began = now;
      const t = Math.min((now - began) / ms, 1);
      if (t < 1) {
        this.frames += 1;
        this.move.frame(eased(t));
        this.motion = requestAnimationFrame(step);
        return;
      }
      this.motion = null;
      this.move.end();
      this.shown = this.move.settled();
      this.move = null;
      this.place(shapes);
      if (after) after();
    };
    this.motion = requestAnimationFrame(step);
  }

  resized(box) {
    if (this.box && this.box.width === box.width && this.box.height === box.height) return;
    this.box = box;
    this.repaint();
  }

  // Stop where a move is by now.
  rest() {
    if (this.motion !== null) cancelAnimationFrame(this.motion);
    this.motion = null;
    if (!this.move) return;
    const shapes = this.move.end();
    this.move = null;
    this.shown = new Map(); // whatever the elements are like
    this.place(shapes);
  }

  tools() {
    return {inks: this.inks, measure: this.measure, scale: this.scale(), name: this.name};
  }

  // Have exactly these shapes on the screen; one that is the same object as before is left alone.
  place(shapes) {
    this.frames += 1;
    const wanted = [];
    for (const [id, shape] of shapes) if (this.shown.get(id) !== shape) wanted.push(shape);
    if (!wanted.length && this.elements.size === shapes.size && inOrder(this.shown, shapes)) {
      this.shown = shapes;
      return;
    }
    // First everything is measured, then everything is put in: in turns, each measure would lay out the page.
    measured(wanted, this.measure);
    const tools = this.tools();
    for (const shape of wanted) this.put(shape.id, nodeOf(shape, tools));
    for (const [id, [element]] of this.elements) {
      if (!shapes.has(id)) {
        element.remove();
        this.elements.delete(id);
      }
    }
    if (!inOrder(this.shown, shapes)) this.sort(shapes);
    this.shown = shapes;
  }

  // Have the element of an id be that of a node.
  put(id, node) {
    const known = this.elements.get(id);
    if (known) {
      mend(known[0], known[1], node);
      known[1] = node;
    } else {
      this.elements.set(id, [made(node), node]);
    }
  }

  sort(shapes) {
    let next = this.svg.firstChild;
    for (const id of shapes.keys()) {
      const one = this.elements.get(id)[0];
      if (one === next) next = one.nextSibling;
      else this.svg.insertBefore(one, next);
    }
  }

  // Paint everything anew: the size of a pixel has changed.
  repaint() {
    if (!this.target || this.motion !== null) return;
    const shapes = this.shown;
    this.shown = new Map();
    this.place(shapes);
  }

  // Return how many pixels a unit is; what the page is laid out as is asked for only when it has changed.
  scale() {
    if (!this.target) return 1;
    if (!this.box) this.box = this.svg.getBoundingClientRect();
    return Math.min(this.box.width / this.target.width, this.box.height / this.target.height) || 1;
  }

  // Return that, and where in the parent the figure begins, in pixels.
  placed() {
    const scale = this.scale();
    const {width, height} = this.target;
    return {scale, left: (this.box.width - width * scale) / 2, top: (this.box.height - height * scale) / 2};
  }

  remove() {
    this.rest();
    this.resizing.disconnect();
    this.measure.remove();
    this.ground.remove();
    this.svg.remove();
  }
}

// Return a figure with its shapes as a map from their ids, in the order they are painted; a shape that is as it was
// in `before` is the very same object.
export function read(figure, before) {
  const shapes = new Map();
  for (const shape of figure.shapes) {
    const known = before ? before.shapes.get(shape.id) : undefined;
    shapes.set(shape.id, known && JSON.stringify(known) === JSON.stringify(shape) ? known : shape);
  }
  const {width, height, ground, glow} = figure;
  return {width, height, ground: ground || "", glow: glow || null, shapes};
}

// Return a figure after a change to it.
export function changed(figure, change) {
  const shapes = new Map(figure.shapes);
  for (const id of change.gone || []) shapes.delete(id);
  for (const shape of change.set || []) shapes.set(shape.id, shape);
  if (!change.order) return Object.assign({}, figure, {shapes});
  const ordered = new Map();
  for (const id of change.order) if (shapes.has(id)) ordered.set(id, shapes.get(id));
  return Object.assign({}, figure, {shapes: ordered});
}

// Load the typefaces a theme names, from where it came; resolves when words can be measured.
export async function loadFonts(theme, base) {
  const faces = theme.fonts.map(one => {
    const face = new FontFace(one.family, "url(" + new URL(one.url, base).href + ")", {
      weight: String(one.weight), style: one.style,
    });
    document.fonts.add(face);
    return face.load();
  });
  await Promise.all(faces);
}

function inOrder(before, after) {
  if (before.size !== after.size) return false;
  const ids = before.keys();
  for (const id of after.keys()) if (ids.next().value !== id) return false;
  return true;
}

// Return how far a move is that starts fast and ends gently, both from 0 to 1.
export function eased(t) {
  return 1 - Math.pow(1 - t, 3);
}
