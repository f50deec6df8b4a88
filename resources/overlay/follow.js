// A painter that shows what a stream says: what a screen, a template and a graphic all are.

import {Painter, loadFonts} from "./painter.js";
import {Stream} from "./stream.js";
import {entrance} from "./tween.js";

export const MOVE = 350; // milliseconds

// Load a server's theme and typefaces; `base` ends in a stroke.
export async function theme(base) {
  const answer = await fetch(new URL("theme.json", base));
  if (!answer.ok) throw new Error("no theme: " + answer.status);
  const said = await answer.json();
  await loadFonts(said, base);
  return said;
}

export class Follower {
  // With `held` nothing is seen until `enter`.
  constructor(parent, theme, {held = false} = {}) {
    this.parent = parent;
    this.painter = new Painter(parent, theme);
    this.held = held;
    this.serial = null; // of the scene on the screen
    this.version = 0;
    this.seq = 0;
    this.isTest = null;
    this.latest = null; // what there is to show: figure and inks
    this.stream = null;
    this.first = true;
    this.waiting = [];
    this.mark = document.createElement("div");
    this.mark.className = "stale";
    this.mark.textContent = "OUT OF DATE";
    this.mark.setAttribute("role", "status");
    parent.appendChild(this.mark);
  }

  // Follow another address. What is shown stays until the first news from there.
  follow(url) {
    if (this.stream) this.stream.close();
    this.version = 0;
    this.stream = new Stream(url, (name, data) => this.heard(name, data), stale => this.stale(stale));
  }

  heard(name, data) {
    this.seq = data.seq;
    if (data.isTest !== undefined && !this.agreed(data.isTest)) return;
    if (name === "heart") {
      if (data.version !== this.version) this.stream.open(); // something was missed
      return;
    }
    if (name === "change" && data.version !== this.version + 1) return this.stream.open();
    const ms = data.way === "cut" ? 0 : MOVE;
    if (name === "change") {
      this.latest = null; // the painter has it
      if (!this.painter.patch(data.change, data.inks, {ms})) return this.stream.open();
    } else if (!data.figure) {
      this.latest = null;
      this.painter.clear({ms: this.first ? 0 : ms, to: this.painter.empty ? null : entrance(this.painter.target)});
    } else {
      this.latest = data;
      if (!this.held) this.showLatest(ms);
    }
    this.version = data.version;
    this.serial = data.serial;
    this.first = false;
    document.documentElement.dataset.seq = data.seq;
    for (const ready of this.waiting.splice(0)) ready();
  }

  // A page that showed a live night takes nothing from a rehearsal, nor the other way round, until it is opened anew.
  agreed(isTest) {
    if (this.isTest === null) this.isTest = isTest;
    const same = this.isTest === isTest;
    if (!same && !this.painter.empty) this.painter.clear();
    if (!same) this.mark.textContent = isTest ? "REHEARSAL REFUSED" : "LIVE NIGHT: OPEN THIS PAGE ANEW";
    this.parent.classList.toggle("refused", !same);
    return same;
  }

  showLatest(ms) {
    const {figure, inks} = this.latest;
    // Only what comes on to an empty screen makes an entrance, and not on a page that was just opened.
    const enters = this.painter.empty && !this.first && ms;
    this.painter.show(figure, inks, {ms: this.first ? 0 : ms, from: enters ? entrance(figure) : null});
  }

  // Resolve when there is something to show.
  ready() {
    if (this.version) return Promise.resolve();
    return new Promise(done => this.waiting.push(done));
  }

  stale(yes) {
    this.painter.standClear(this.mark);
    this.parent.classList.toggle("out-of-date", yes && !this.painter.empty);
  }

  remove() {
    if (this.stream) this.stream.close();
    this.stream = null;
    this.painter.remove();
    this.mark.remove();
  }
}
