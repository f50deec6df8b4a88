// One graphic that is told what to show, comes on, follows the night, and goes: the heart of a template and of an
// OGraf graphic. Its calls may come in any order, twice, or while the last one is still being done.

import {Follower, MOVE, theme} from "./follow.js";
import {entrance} from "./tween.js";

// What a scene cannot be shown without: one of these.
const NEEDS = {contest: ["contest"], strap: ["contest", "words"]};

export class Graphic {
  constructor(parent, scene, base) {
    this.parent = parent;
    this.scene = scene;
    this.base = base;
    this.said = {};
    this.address = "";
    this.on = false;
    this.gone = false;
    this.follower = null;
    this.turn = Promise.resolve();
  }

  // Do things one after the other, whatever becomes of each.
  then(act) {
    const done = this.turn.then(() => (this.gone ? undefined : act()));
    this.turn = done.catch(() => undefined);
    return done;
  }

  // Take what is said on top of what was said before. What is on the screen changes without coming on again.
  update(said) {
    return this.then(async () => {
      Object.assign(this.said, said);
      await this.follow();
      if (this.on) this.enter(MOVE); // it was to come on, and only now is there something to show
    });
  }

  play(ms = MOVE) {
    return this.then(async () => {
      if (this.on) return;
      this.on = true;
      await this.follow();
      this.enter(ms);
    });
  }

  stop(ms = MOVE) {
    return this.then(async () => {
      if (!this.on) return;
      this.on = false;
      if (!this.follower) return;
      this.follower.held = true;
      const painter = this.follower.painter;
      painter.clear({ms, to: painter.empty ? null : entrance(painter.target)});
      // What is there to come on with next time is asked for again.
      this.address = "";
      await new Promise(done => setTimeout(done, ms));
    });
  }

  // Turn to the next page, where the scene has more than one.
  next() {
    return this.then(async () => {
      this.said.page = String((Number(this.said.page) || 0) + 1);
      await this.follow();
    });
  }

  remove() {
    this.gone = true;
    if (this.follower) this.follower.remove();
    this.follower = null;
  }

  enter(ms) {
    if (!this.follower || !this.follower.held || !this.follower.latest) return;
    this.follower.held = false;
    const {figure, inks} = this.follower.latest;
    this.follower.painter.show(figure, inks, {ms, from: ms ? entrance(figure) : null});
  }

  async follow() {
    const needs = NEEDS[this.scene];
    if (needs && !needs.some(name => this.said[name])) return;
    if (!this.follower) {
      const look = await theme(this.base);
      if (this.gone) return;
      this.follower = new Follower(this.parent, look, {held: true});
      this.follower.first = false;
    }
    const query = new URLSearchParams();
    for (const name of Object.keys(this.said).sort()) if (this.said[name]) query.set(name, this.said[name]);
    const address = new URL("events/scene/" + this.scene + "?" + query, this.base).href;
    if (address === this.address) return;
    // What nobody can answer is not shown: what was there stays until it can be.
    const known = await fetch(new URL("check/" + this.scene + "?" + query, this.base));
    if (!known.ok) {
      console.warn("Results Desk: " + (await known.text()));
      return;
    }
    this.address = address;
    this.follower.follow(address);
    await Promise.race([this.follower.ready(), new Promise(done => setTimeout(done, 3000))]);
  }
}
