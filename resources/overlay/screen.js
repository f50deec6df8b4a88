// A browser source: one output, or one scene of its own, whatever the address says.

import {Follower, theme} from "./follow.js";

const base = new URL("../", location.href);
const again = 1000;

async function begin() {
  let look;
  try {
    look = await theme(base);
  } catch (trouble) {
    setTimeout(begin, again); // the page was opened before the server was there
    return;
  }
  const follower = new Follower(document.getElementById("stage"), look);
  const [kind, name] = location.pathname.split("/").slice(-2);
  follower.follow(new URL("events/" + kind + "/" + name + location.search, base));
  window.follower = follower; // for whoever looks in from outside, such as a test
}

begin();
