// The tiles that move, on canvases under the picture: without a graphics card a browser draws hundreds of them in less
// time than it takes to go through as many elements. Those that rest stay elements, and are not painted again.

import {Sheet} from "./sheet.js";
import {nodeOf} from "./shapes.js";
import {EDGE, early, full, late, midway, sameOutline} from "./tween.js";

const MANY = 60; // tiles that come or go together, from which on they are a picture of their own

export class Tiles {
  // `moving` are `{way, before, after}`; `apart` where the figures have other shapes.
  constructor(painter, moving, apart) {
    this.apart = apart;
    this.tools = painter.tools();
    const fading = way => {
      const tiles = moving.filter(one => one.way === way).map(one => one.after || one.before);
      return tiles.length >= MANY ? this.pictured(new Sheet(painter, tiles), tiles) : null;
    };
    this.coming = fading("comes");
    this.going = fading("goes");
    const drawn = moving.filter(({way}) => !(way === "comes" && this.coming) && !(way === "goes" && this.going));
    this.turning = drawn.filter(turns).map(({before, after}) => (
      {x: before.centre[0], front: nodeOf(before, this.tools), back: nodeOf(after, this.tools)}
    ));
    this.live = drawn.filter(one => !turns(one));
    const tiles = drawn.flatMap(({before, after}) => [before, after]).filter(Boolean);
    this.sheet = tiles.length ? new Sheet(painter, tiles) : null;
  }

  pictured(sheet, tiles) {
    for (const tile of tiles) sheet.draw(nodeOf(Object.assign({}, tile, {opacity: 1}), this.tools));
    return sheet;
  }

  // Show how it is at a part of the way, from 0 to 1.
  frame(part) {
    if (this.coming) this.coming.fade(this.apart ? late(part) : part);
    if (this.going) this.going.fade(this.apart ? early(part) : 1 - part);
    if (!this.sheet) return;
    this.sheet.clear();
    for (const {before, after} of this.live) this.sheet.draw(nodeOf(midway(before, after, part), this.tools));
    const squeeze = Math.max(Math.abs(1 - 2 * part), EDGE);
    for (const {x, front, back} of this.turning) this.sheet.draw(part < 0.5 ? front : back, squeeze, x);
  }

  remove() {
    for (const sheet of [this.coming, this.going, this.sheet]) if (sheet) sheet.remove();
  }
}

function turns({before, after}) {
  return Boolean(before && after) && full(before) && full(after) && sameOutline(before, after);
}
