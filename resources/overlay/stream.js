// Following the server: its events as they come, again when it comes back, and knowing when it has gone quiet.

export const STALE_AFTER = 5000;
const AGAIN_AFTER = 1000;
const LOOK_EVERY = 500;

// Return an address of this machine under a name no other screen uses. A browser opens six connections to one name and
// has every further screen wait for ever; each name under `localhost` is this machine too, and has six of its own.
function ownName(url) {
  const own = new URL(url);
  if (here(url)) own.hostname = NAME + ".localhost";
  return own.href;
}

const here = url => ["127.0.0.1", "localhost"].includes(new URL(url).hostname);
const NAME = "screen-" + Math.random().toString(36).slice(2, 10);

// A connection of its own for one address.
class Own {
  constructor(url, apart, heard, failed) {
    this.source = new EventSource(apart ? ownName(url) : url);
    let answered = false;
    this.source.onopen = () => (answered = true);
    for (const name of EVENTS) this.source.addEventListener(name, message => heard(name, message.data));
    // A refusal ends an EventSource for good; a server that went away it would look for itself, but slower.
    this.source.onerror = () => failed(answered);
  }

  here() {}

  close() {
    this.source.close();
  }
}

// A part of the connections that all pages of a browser on one server share, for servers that have but one name.
class Shared {
  constructor(url, heard, failed) {
    const [base, address] = String(url).split(/events\/(.*)/s);
    this.worker = new SharedWorker(base + "assets/several.js");
    this.worker.onerror = () => failed(false);
    this.port = this.worker.port;
    this.port.onmessage = ({data}) => (data.failed ? failed(true) : heard(data.name, data.text));
    this.port.postMessage({base, address});
    this.gone = () => this.port.postMessage({gone: true});
    addEventListener("pagehide", this.gone);
  }

  // Say that this page is still there: a browser does not tell when one is not.
  here() {
    this.port.postMessage({});
  }

  close() {
    removeEventListener("pagehide", this.gone);
    this.gone();
    this.port.onmessage = null;
    this.port.close();
  }
}

const EVENTS = ["figure", "change", "heart"];
const sharing = url => typeof SharedWorker === "function" && new URL(url).origin === location.origin && !here(url);

export class Stream {
  // `heard(name, data)` is called for each event; `stale(yes)` when it goes quiet and when it is heard again.
  constructor(url, heard, stale) {
    this.url = url;
    this.apart = true; // whether a name of its own may be tried
    this.shares = sharing(url);
    this.heard = heard;
    this.stale = stale;
    this.isStale = false;
    this.last = performance.now();
    this.again = null;
    this.line = null;
    this.opened = 0;
    this.watch = setInterval(() => this.tick(), LOOK_EVERY);
    this.open();
  }

  open() {
    if (this.line) this.line.close();
    this.opened = performance.now();
    const heard = (name, text) => {
      if (line !== this.line) return;
      this.last = performance.now();
      this.look();
      this.heard(name, JSON.parse(text));
    };
    const failed = answered => {
      if (line !== this.line || this.again !== null) return;
      line.close();
      if (!answered && this.shares) this.shares = false;
      else if (!answered) this.apart = !this.apart;
      this.again = setTimeout(() => {
        this.again = null;
        this.open();
      }, AGAIN_AFTER);
    };
    const line = this.shares ? new Shared(this.url, heard, failed) : new Own(this.url, this.apart, heard, failed);
    this.line = line;
  }

  tick() {
    if (this.line) this.line.here();
    this.look();
  }

  look() {
    const quiet = performance.now() - this.last > STALE_AFTER;
    if (quiet !== this.isStale) {
      this.isStale = quiet;
      this.stale(quiet);
    }
    // A connection can be dead without either end having been told.
    if (quiet && this.again === null && performance.now() - this.opened > STALE_AFTER) this.open();
  }

  close() {
    clearInterval(this.watch);
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
    if (this.line) this.line.close();
    this.line = null;
  }
}
