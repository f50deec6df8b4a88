// A table can be sorted by any of its columns. Without this the page says the same, in the order of an index.
for (const table of document.querySelectorAll("table.contests")) {
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(one => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = Array.from(table.tBodies[0].rows, row => [valued(row.cells[column]), row]);
      rows.sort(([one], [other]) => ordered(one, other, down));
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  });
}

function valued(cell) {
  // A night goes on past midnight, and its clock starts again.
  if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
  const words = (cell.querySelector("summary") || cell).textContent.trim();
  const number = Number(words.replace("−", "-").replace(/[,%+]/g, ""));
  return words === "" ? null : Number.isNaN(number) ? words : number;
}

// What is not known comes last, whichever way the rest is sorted.
function ordered(one, other, down) {
  if (one === null || other === null) return (one === null) - (other === null);
  const numbers = typeof one === "number" && typeof other === "number";
  const found = numbers ? one - other : String(one).localeCompare(String(other), "en");
  return down ? -found : found;
}
