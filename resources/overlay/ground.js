// What lies under a figure's shapes: its ground and the glow on it, in a layer of its own, so that nothing of it is
// painted again when a shape moves.

import {mixed} from "./inks.js";
import {made, svg} from "./svg.js";

const STEPS = 10; // of the fading of a glow, as many as in figures/shapes.py

export class Ground {
  // `name` is what no other painter of the page is called.
  constructor(parent, name) {
    this.id = name + "glow";
    this.svg = svg("svg", {preserveAspectRatio: "xMidYMid meet", "aria-hidden": "true"});
    this.svg.style.cssText = "position:absolute;left:0;top:0;width:100%;height:100%;overflow:hidden;will-change:transform";
    parent.appendChild(this.svg);
    this.said = "";
    this.show(null, null);
  }

  // Have the ground of a figure, or none.
  show(figure, inks) {
    const ground = figure && figure.ground ? inks.hex(figure.ground) : "";
    const glow = ground ? figure.glow : null;
    const light = glow ? inks.hex(glow.ink) : "";
    const said = JSON.stringify(ground ? [figure.width, figure.height, ground, glow, light] : []);
    if (said === this.said) return;
    this.said = said;
    this.svg.style.display = ground ? "block" : "none";
    this.svg.style.background = ground;
    if (ground) this.svg.setAttribute("viewBox", "0 0 " + figure.width + " " + figure.height);
    while (this.svg.firstChild) this.svg.firstChild.remove();
    if (glow) for (const node of this.nodes(glow, light, ground)) this.svg.appendChild(made(node));
  }

  nodes(glow, light, ground) {
    const inside = [];
    for (let step = 0; step <= STEPS; step += 1) {
      const colour = mixed(light, ground, (1 + Math.cos((Math.PI * step) / STEPS)) / 2);
      inside.push({name: "stop", attributes: {offset: step / STEPS, "stop-color": colour}});
    }
    const fill = "url(#" + this.id + ")";
    return [
      {name: "radialGradient", attributes: {id: this.id}, inside},
      {name: "ellipse", attributes: {cx: glow.x, cy: glow.y, rx: glow.across, ry: glow.down, fill}},
    ];
  }

  remove() {
    this.svg.remove();
  }
}
