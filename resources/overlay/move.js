// A move from some shapes to others on the screen. What only comes or goes is made once, and seen more or less of as a
// whole; tiles are drawn on canvases; and only what is left is mended in each frame.

import {measured, nodeOf} from "./shapes.js";
import {svg} from "./svg.js";
import {Tiles} from "./tiles.js";
import {early, full, grows, ids, late, midway, tweened} from "./tween.js";

const FEW = 60; // shapes up to which it costs less to paint them anew than to keep a picture of them

export class Move {
  constructor(painter, from, to) {
    this.painter = painter;
    this.from = from;
    this.to = to;
    this.runs = []; // [group, whether it comes]
    this.live = []; // [before, after]
    this.drawn = new Set(); // the ids of the tiles that are on canvases
    this.tiles = null;
    this.part = 0;
    this.apart = from.size !== to.size || Array.from(to.keys()).some(id => !from.has(id));
    this.begin();
  }

  begin() {
    const {painter, from, to} = this;
    const ways = new Map();
    for (const id of ids(from, to)) ways.set(id, wayOf(from.get(id), to.get(id), this.apart));
    this.under(ways);
    const first = [];
    for (const [id, way] of ways) {
      const seen = way === "comes" ? to.get(id) : from.get(id) || to.get(id);
      if (way === "live") this.live.push([from.get(id), to.get(id)]);
      else if (painter.shown.get(id) !== seen) first.push(seen);
    }
    measured(first, painter.measure);
    const tools = painter.tools();
    for (const shape of first) painter.put(shape.id, nodeOf(shape, tools));
    this.draw(0);
    this.gather(ways);
    this.frame(0);
  }

  // Take the tiles that move out of the picture. Its words may lie over tiles; where a box or a rule lies under one, it
  // stays where it is.
  under(ways) {
    const moving = [];
    for (const [id, way] of ways) {
      const [before, after] = [this.from.get(id), this.to.get(id)];
      const kinds = [before, after].filter(Boolean).map(shape => shape.kind);
      if (kinds.includes("box") || kinds.includes("rule")) break;
      if (way !== "stays" && kinds.every(kind => kind === "tile")) moving.push([id, {way, before, after}]);
    }
    if (!moving.length) return;
    this.tiles = new Tiles(this.painter, moving.map(([, tile]) => tile), this.apart);
    for (const [id] of moving) {
      ways.delete(id);
      this.drawn.add(id);
      if (this.painter.elements.has(id)) this.painter.elements.get(id)[0].remove();
    }
  }

  // Have the elements in the order they are painted, and what comes or goes next to each other in one group.
  gather(ways) {
    const {painter} = this;
    let run = null;
    let next = painter.svg.firstChild;
    for (const [id, way] of ways) {
      if (way !== "comes" && way !== "goes") run = null;
      else if (!run || run.way !== way) {
        run = {way, group: svg("g", {})};
        painter.svg.insertBefore(run.group, next);
        this.runs.push([run.group, way === "comes"]);
      }
      const element = painter.elements.get(id)[0];
      if (element === next) next = next.nextSibling;
      if (run) run.group.appendChild(element);
      else painter.svg.insertBefore(element, next);
    }
    for (const [group] of this.runs) {
      if (group.childElementCount > FEW) group.style.setProperty("will-change", "opacity");
    }
  }

  // Show how it is at a part of the way, from 0 to 1.
  frame(part) {
    this.part = part;
    const [coming, going] = seenOf(part, this.apart);
    for (const [group, comes] of this.runs) group.setAttribute("opacity", comes ? coming : going);
    if (this.tiles) this.tiles.frame(part);
    if (part) this.draw(part);
  }

  draw(part) {
    const shapes = this.live.map(([before, after]) => midway(before, after, part));
    measured(shapes, this.painter.measure);
    const tools = this.painter.tools();
    for (const shape of shapes) this.painter.put(shape.id, nodeOf(shape, tools));
  }

  // Have the elements be as if they had never been moved, and return the shapes that are on the screen now.
  end() {
    const {painter} = this;
    if (this.tiles) this.tiles.remove();
    for (const [group] of this.runs) {
      while (group.firstChild) painter.svg.insertBefore(group.firstChild, group);
      group.remove();
    }
    return tweened(this.from, this.to, this.part);
  }

  // Return the shapes whose elements are as they will be, once it is over.
  settled() {
    const known = new Map(this.to);
    for (const [before, after] of this.live) known.delete((after || before).id);
    for (const id of this.drawn) known.delete(id);
    for (const [id, shape] of this.to) if (shape.opacity === 0) known.delete(id);
    return known;
  }
}

// Return how much is seen at a part of the way of what comes and of what goes. Where all shapes are on both sides, as
// when a scene enters or leaves an empty screen, nothing has to wait for anything.
function seenOf(part, apart) {
  return apart ? [late(part), early(part)] : [part, 1 - part];
}

// Return what becomes of a shape: it stays, comes, goes, or is to be drawn anew all the way.
function wayOf(before, after, apart) {
  if (before === after) return "stays";
  if (!before) return full(after) && !grows(after) ? "comes" : "live";
  if (!after) return full(before) ? "goes" : "live";
  if (apart || !alikeButOpacity(before, after)) return "live";
  if (before.opacity === 0 && full(after)) return "comes";
  return full(before) && after.opacity === 0 ? "goes" : "live";
}

function alikeButOpacity(a, b) {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete("opacity");
  const lists = [];
  for (const name of names) {
    if (a[name] === b[name]) continue;
    if (typeof a[name] !== "object" || typeof b[name] !== "object") return false;
    lists.push(name);
  }
  return lists.every(name => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
