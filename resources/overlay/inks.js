// Colours by the names of inks. What a name means is the server's to say; only a texture's lines are mixed here.

export class Inks {
  constructor(known) {
    this.known = Object.assign({}, known);
  }

  add(more) {
    Object.assign(this.known, more);
  }

  // Return an ink as `#rrggbb`.
  hex(ink) {
    const colour = this.known[ink];
    if (!colour) throw new Error("no such ink: " + ink);
    return colour;
  }
}

// Return `part` of one `#rrggbb` colour with the rest of another.
export function mixed(one, other, part) {
  let said = "#";
  for (const at of [1, 3, 5]) {
    const channel = parseInt(one.slice(at, at + 2), 16) * part + parseInt(other.slice(at, at + 2), 16) * (1 - part);
    said += Math.round(channel).toString(16).padStart(2, "0");
  }
  return said;
}
