// A move from some shapes to others on the screen. What only comes or goes is made once, and seen more or less of as a
// whole; a tile that turns over is squeezed as it is; and only what is left is drawn anew in each frame.

import {measured, nodeOf} from "./shapes.js";
import {svg} from "./svg.js";
import {ids, midway, sameOutline, tweened} from "./tween.js";

const EDGE = 0.02; // how thin a tile is half way through its turn, as in `tween`
const FEW = 60; // shapes up to which it costs less to paint them anew than to keep a picture of them
const FULL = shape => shape.opacity === undefined || shape.opacity === 1;

export class Move {
  constructor(painter, from, to) {
    this.painter = painter;
    this.from = from;
    this.to = to;
    this.runs = []; // [group, whether it comes]
    this.turning = []; // [id, before, after]
    this.live = []; // [id, before, after]
    this.turned = false;
    this.part = 0;
    this.begin();
  }

  begin() {
    const {painter, from, to} = this;
    const tools = painter.tools();
    const first = new Map();
    const order = ids(from, to);
    const ways = order.map(id => this.way(id, from.get(id), to.get(id)));
    order.forEach((id, at) => {
      const seen = ways[at] === "comes" ? to.get(id) : from.get(id) || to.get(id);
      const known = painter.shown.get(id);
      if (known !== seen && ways[at] !== "live") first.set(id, ways[at] === "goes" ? from.get(id) : seen);
    });
    measured(Array.from(first.values()), painter.measure);
    for (const [id, shape] of first) painter.put(id, nodeOf(shape, tools));
    this.draw(0);
    let run = null;
    let next = painter.svg.firstChild;
    order.forEach((id, at) => {
      const fades = ways[at] === "comes" || ways[at] === "goes";
      if (!fades) run = null;
      else if (!run || run.way !== ways[at]) {
        run = {way: ways[at], group: svg("g", {})};
        painter.svg.insertBefore(run.group, next);
        this.runs.push([run.group, run.way === "comes"]);
      }
      const element = painter.elements.get(id)[0];
      if (element === next) next = next.nextSibling;
      if (run) run.group.appendChild(element);
      else painter.svg.insertBefore(element, next);
    });
    for (const [group] of this.runs) {
      if (group.childElementCount > FEW) group.style.setProperty("will-change", "opacity");
    }
    this.frame(0);
  }

  way(id, before, after) {
    if (before === after) return "stays";
    if (!before) {
      if (FULL(after)) return "comes";
    } else if (!after) {
      if (FULL(before)) return "goes";
    } else if (alikeButOpacity(before, after)) {
      if (before.opacity === 0 && FULL(after)) return "comes";
      if (FULL(before) && after.opacity === 0) return "goes";
    } else if (before.kind === "tile" && after.kind === "tile" && FULL(before) && FULL(after) && sameOutline(before, after)) {
      this.turning.push([id, before, after]);
      return "turns";
    }
    this.live.push([id, before, after]);
    return "live";
  }

  // Show how it is at a part of the way, from 0 to 1.
  frame(part) {
    this.part = part;
    for (const [group, comes] of this.runs) group.setAttribute("opacity", comes ? part : 1 - part);
    this.turn(part);
    if (part) this.draw(part);
  }

  turn(part) {
    const squeeze = Math.max(Math.abs(1 - 2 * part), EDGE);
    if (part >= 0.5 && !this.turned) {
      const tools = this.painter.tools();
      for (const [id, , after] of this.turning) this.painter.put(id, nodeOf(after, tools));
      this.turned = true;
    }
    for (const [id, before] of this.turning) {
      const x = before.centre[0] * (1 - squeeze);
      this.painter.elements.get(id)[0].setAttribute("transform", "matrix(" + squeeze + ",0,0,1," + x + ",0)");
    }
  }

  draw(part) {
    const shapes = this.live.map(([, before, after]) => midway(before, after, part));
    measured(shapes, this.painter.measure);
    const tools = this.painter.tools();
    for (const shape of shapes) this.painter.put(shape.id, nodeOf(shape, tools));
  }

  // Have the elements be as if they had never been moved, and return the shapes that are on the screen now.
  end() {
    const {painter} = this;
    for (const [id] of this.turning) painter.elements.get(id)[0].removeAttribute("transform");
    for (const [group] of this.runs) {
      while (group.firstChild) painter.svg.insertBefore(group.firstChild, group);
      group.remove();
    }
    return tweened(this.from, this.to, this.part);
  }

  // Return the shapes whose elements are as they will be, once it is over.
  settled() {
    const known = new Map(this.to);
    for (const [id] of this.live) known.delete(id);
    for (const [id, shape] of this.to) if (shape.opacity === 0) known.delete(id);
    return known;
  }
}

function alikeButOpacity(a, b) {
  for (const name in a) if (name !== "opacity" && a[name] !== b[name]) return false;
  for (const name in b) if (name !== "opacity" && !(name in a)) return false;
  return true;
}
