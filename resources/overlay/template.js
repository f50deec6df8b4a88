// A template of CasparCG and SPX: their calls, in whatever order they come, to one graphic.

import {fieldsOf} from "./fields.js";
import {Graphic} from "./graphic.js";

const base = new URL("../", location.href);
const scene = location.pathname.split("/").pop().replace(/\.html$/, "");
const names = {strap: ["contest", "words"], contest: ["contest"], tally: ["scope"], map: ["scope"]}[scene] || [];
const graphic = new Graphic(document.getElementById("stage"), scene, base);
const calls = window.resultsDeskCalls;
window.graphic = graphic;

// Return what the scene's address calls the fields f0, f1 …; other names are taken as they are.
function said(fields) {
  const found = {};
  for (const name of Object.keys(fields)) {
    const place = /^f(\d+)$/.exec(name);
    const known = place ? names[Number(place[1])] : name;
    if (known) found[known] = fields[name].trim();
  }
  return found;
}

const acts = {
  play: () => graphic.play(),
  stop: () => graphic.stop(),
  next: () => graphic.next(),
  remove: () => graphic.remove(),
  update(data) {
    const fields = fieldsOf(data);
    if (fields === null) return console.warn("Results Desk: update was given neither JSON nor templateData");
    return graphic.update(said(fields));
  },
};

function work() {
  while (calls.length) {
    const [name, data] = calls.shift();
    Promise.resolve(acts[name](data)).catch(trouble => console.warn("Results Desk: " + trouble.message));
  }
}

graphic.update(said(Object.fromEntries(new URLSearchParams(location.search))));
window.resultsDeskCalled = work;
work();
