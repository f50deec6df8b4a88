// What all pages of one browser on one server share: a few connections, each with the events of many addresses. A
// browser keeps six connections to a server, and has every further screen wait for ever.

const LONGEST = 1700; // characters of a query: a server takes no more than 2,000
const SETTLE = 60; // milliseconds in which pages that open together come together
const GONE_AFTER = 15000; // milliseconds after which a page that says nothing is not there any more
const EVENTS = ["figure", "change", "heart"];

const groups = []; // {base, places: [{address, looks}], source, timer}

onconnect = ({ports: [port]}) => {
  const look = {port, group: null, said: performance.now()};
  port.onmessage = ({data}) => {
    look.said = performance.now();
    if (data.gone) leave(look);
    else if (data.address) join(look, data.base, data.address);
  };
};

function join(look, base, address) {
  leave(look);
  const known = one => one.base === base && one.places.some(place => place.address === address);
  const roomy = one => one.base === base && query(one).length + encodeURIComponent(address).length < LONGEST;
  let group = groups.find(known) || groups.find(roomy);
  if (!group) groups.push((group = {base, places: [], source: null, timer: null}));
  let place = group.places.find(one => one.address === address);
  if (!place) group.places.push((place = {address, looks: new Set()}));
  place.looks.add(look);
  look.group = group;
  group.timer = group.timer || setTimeout(() => open(group), SETTLE);
}

function leave(look) {
  if (!look.group) return;
  for (const place of look.group.places) place.looks.delete(look);
  look.group = null;
}

function open(group) {
  group.timer = null;
  if (group.source) group.source.close();
  group.source = null;
  group.places = group.places.filter(place => place.looks.size);
  if (!group.places.length) {
    groups.splice(groups.indexOf(group), 1);
    return;
  }
  const places = group.places; // as they are numbered in this connection
  const source = new EventSource(group.base + "events/several?" + query(group));
  group.source = source;
  for (const name of EVENTS) {
    source.addEventListener(name, message => {
      for (const look of places[Number(message.lastEventId)].looks) look.port.postMessage({name, text: message.data});
    });
  }
  source.onerror = () => {
    source.close();
    for (const place of places) for (const look of place.looks) look.port.postMessage({failed: true});
  };
}

function query(group) {
  return group.places.map(place => "of=" + encodeURIComponent(place.address)).join("&");
}

setInterval(() => {
  const now = performance.now();
  for (const group of Array.from(groups)) {
    const looks = group.places.flatMap(place => Array.from(place.looks));
    const gone = looks.filter(look => now - look.said > GONE_AFTER);
    gone.forEach(leave);
    if (group.places.some(place => !place.looks.size) && !group.timer) open(group);
  }
}, GONE_AFTER / 3);
