// A display nobody attends: it asks for the rundown every two seconds, turns it by itself, and goes on turning what it
// has, marked, when nobody answers.

import {MOVE, theme} from "./follow.js";
import {Painter} from "./painter.js";

const ASK_EVERY = 2000;
const STALE_AFTER = 5000;
const base = new URL("../", location.href);
const name = location.pathname.split("/").pop();
const stage = document.getElementById("stage");
const mark = document.createElement("div");
mark.className = "stale";
mark.textContent = "OUT OF DATE";
mark.setAttribute("role", "status");

let turns = [];
let tag = "";
let place = -1;
let until = 0;
let heard = performance.now();
let painter = null;

async function ask() {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ASK_EVERY);
  try {
    const headers = tag ? {"If-None-Match": tag} : {};
    const answer = await fetch(new URL("rundown/" + name + ".json" + location.search, base), {headers, signal: giveUp.signal});
    if (answer.status === 200) {
      const said = await answer.json();
      tag = answer.headers.get("ETag") || "";
      take(said);
    }
    if (answer.ok || answer.status === 304) heard = performance.now();
  } catch (trouble) {
    // nobody there: what is known goes on, and `look` says how old it is
  }
  clearTimeout(timer);
  setTimeout(ask, ASK_EVERY);
}

function take(said) {
  turns = said.turns;
  document.documentElement.dataset.seq = said.seq;
  if (!turns.length) {
    place = -1;
    painter.clear({ms: MOVE});
  } else if (place < 0 || place >= turns.length) {
    turn(0);
  } else {
    show(turns[place]); // the same place as it is now: it does not come on again
  }
}

function turn(to) {
  place = to;
  until = performance.now() + turns[to].dwell * 1000;
  show(turns[to]);
}

function show(one) {
  painter.show(one.figure, one.inks, {ms: MOVE});
}

function look() {
  const now = performance.now();
  painter.standClear(mark);
  stage.classList.toggle("out-of-date", now - heard > STALE_AFTER);
  if (turns.length && now >= until) turn((place + 1) % turns.length);
}

async function begin() {
  try {
    painter = new Painter(stage, await theme(base));
  } catch (trouble) {
    setTimeout(begin, 1000);
    return;
  }
  stage.appendChild(mark);
  window.display = {painter, turns: () => turns, place: () => place};
  ask();
  setInterval(look, 250);
}

begin();
