// A graphic rendered frame by frame: a list of what is done when, from which any moment is painted, always alike. What
// the night says is asked once for each thing that is to be shown, so that no declaration comes in while it is rendered.

import {MOVE, theme} from "./follow.js";
import {Painter, changed, eased, read} from "./painter.js";
import {entrance, tweened} from "./tween.js";

const NOTHING = new Map();

export class Timeline {
  constructor(parent, scene, base, said) {
    this.parent = parent;
    this.scene = scene;
    this.base = base;
    this.said = said; // what it was loaded with
    this.asked = new Map(); // address → the figure, or null where there is none
    this.actions = [];
    this.moves = [];
    this.painter = null;
    this.now = 0;
    this.gone = false;
    this.turn = Promise.resolve();
  }

  // Do things one after the other, whatever becomes of each.
  then(act) {
    const done = this.turn.then(() => (this.gone ? undefined : act()));
    this.turn = done.catch(() => undefined);
    return done;
  }

  load() {
    return this.then(async () => {
      const look = await theme(this.base);
      if (this.gone) return;
      this.painter = new Painter(this.parent, look);
      await this.plan();
    });
  }

  // Know all that will be done, each `{timestamp, action: {type, params}}`.
  schedule(actions) {
    return this.then(async () => {
      this.actions = actions.slice().sort((a, b) => a.timestamp - b.timestamp);
      await this.plan();
      this.paint();
    });
  }

  // Do one thing more, at the moment that is shown.
  add(type, params) {
    return this.schedule([...this.actions, {timestamp: this.now, action: {type, params}}]);
  }

  goTo(timestamp) {
    return this.then(() => {
      this.now = timestamp;
      this.paint();
    });
  }

  get on() {
    const before = this.moves.filter(move => move.at <= this.now);
    return before.length > 0 && before[before.length - 1].to !== null;
  }

  // Turn what is done into moves: from the shapes there are to a figure, or with none to nothing by way of `out`.
  async plan() {
    this.moves = [];
    const said = Object.assign({}, this.said);
    let on = false;
    for (const {timestamp, action} of this.actions) {
      const params = action.params || {};
      const ms = params.skipAnimation ? 0 : MOVE;
      if (action.type === "updateAction") Object.assign(said, params.data);
      const step = params.goto !== undefined && params.goto !== null ? params.goto
        : (on ? 0 : -1) + (params.delta === undefined ? 1 : params.delta);
      const plays = action.type === "playAction" && step === 0;
      const stops = action.type === "stopAction" || (action.type === "playAction" && step !== 0);
      if (stops && on) this.moves.push({at: timestamp, ms, to: null});
      else if (plays || (action.type === "updateAction" && on)) {
        const figure = await this.figure(said);
        if (figure) this.moves.push({at: timestamp, ms, to: figure});
      }
      if (plays || stops) on = plays;
    }
  }

  async figure(said) {
    const query = new URLSearchParams();
    for (const name of Object.keys(said).sort()) if (said[name]) query.set(name, said[name]);
    const address = new URL("figure/" + this.scene + "?" + query, this.base).href;
    if (!this.asked.has(address)) {
      const answer = await fetch(address);
      if (!answer.ok) console.warn("Results Desk: " + (await answer.text()));
      this.asked.set(address, answer.ok ? await answer.json() : null);
    }
    const known = this.asked.get(address);
    if (!known) return null;
    this.painter.inks.add(known.inks);
    return read(known.figure);
  }

  paint() {
    const {figure, shapes} = this.at(this.now);
    this.painter.still(figure, shapes);
  }

  // Return the figure of a moment, null for none, and its shapes as they are then.
  at(moment) {
    let figure = null; // the one on the screen
    let shapes = NOTHING;
    let move = null;
    const reached = when => {
      if (!move) return;
      const part = move.ms ? Math.min((when - move.at) / move.ms, 1) : 1;
      if (part < 1) shapes = tweened(move.from, move.end, eased(part));
      else {
        shapes = move.to ? move.to.shapes : NOTHING;
        figure = move.to;
      }
    };
    for (const next of this.moves) {
      if (next.at > moment) break;
      reached(next.at);
      const enters = next.to && !figure;
      const from = enters ? changed(next.to, entrance(next.to)).shapes : shapes;
      const end = next.to ? next.to.shapes : figure ? changed(figure, entrance(figure)).shapes : NOTHING;
      figure = next.to || figure;
      move = Object.assign({}, next, {from, end});
    }
    reached(moment);
    return {figure, shapes};
  }

  remove() {
    this.gone = true;
    if (this.painter) this.painter.remove();
    this.painter = null;
  }
}
