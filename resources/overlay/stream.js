// Following the server: its events as they come, again when it comes back, and knowing when it has gone quiet.

export const STALE_AFTER = 5000;
const AGAIN_AFTER = 1000;
const LOOK_EVERY = 500;

// Return an address of this machine under a name no other screen uses. A browser opens six connections to one name and
// has every further screen wait for ever; each name under `localhost` is this machine too, and has six of its own.
function ownName(url) {
  const own = new URL(url);
  if (["127.0.0.1", "localhost"].includes(own.hostname)) own.hostname = NAME + ".localhost";
  return own.href;
}

const NAME = "screen-" + Math.random().toString(36).slice(2, 10);

export class Stream {
  // `heard(name, data)` is called for each event; `stale(yes)` when it goes quiet and when it is heard again.
  constructor(url, heard, stale) {
    this.url = url;
    this.apart = true; // whether a name of its own may be tried
    this.heard = heard;
    this.stale = stale;
    this.isStale = false;
    this.last = performance.now();
    this.again = null;
    this.source = null;
    this.watch = setInterval(() => this.look(), LOOK_EVERY);
    this.open();
  }

  open() {
    if (this.source) this.source.close();
    const source = new EventSource(this.apart ? ownName(this.url) : this.url);
    let answered = false;
    source.onopen = () => (answered = true);
    this.source = source;
    for (const name of ["figure", "change", "heart"]) {
      source.addEventListener(name, message => {
        if (source !== this.source) return;
        this.last = performance.now();
        this.look();
        this.heard(name, JSON.parse(message.data));
      });
    }
    source.onerror = () => {
      // A refusal ends an EventSource for good; a server that went away it would look for itself, but slower.
      if (source !== this.source || this.again !== null) return;
      source.close();
      if (!answered) this.apart = !this.apart;
      this.again = setTimeout(() => {
        this.again = null;
        this.open();
      }, AGAIN_AFTER);
    };
  }

  look() {
    const quiet = performance.now() - this.last > STALE_AFTER;
    if (quiet !== this.isStale) {
      this.isStale = quiet;
      this.stale(quiet);
      // A connection can be dead without either end having been told.
      if (quiet && this.again === null) this.open();
    }
  }

  close() {
    clearInterval(this.watch);
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
    if (this.source) this.source.close();
    this.source = null;
  }
}
