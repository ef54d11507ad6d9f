
"use strict";
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const filter = document.getElementById("filter");

// The file ends with the summary, which is known last; a reader sees it first.
document.querySelector("main").before(document.getElementById("summary"), filter);
filter.hidden = false;
filter.addEventListener("submit", (event) => event.preventDefault());

// Filter by level and rule: a finding that is off leaves the margin, and its marks go with it.
const off = (kind) => new Set(all(`input[data-${kind}]:not(:checked)`, filter).map((box) => box.dataset[kind]));
const notes = all(".notes > li");
const marks = all("mark");
function sift() {
  const levels = off("level"), rules = off("rule"), gone = new Map();
  for (const note of notes) {
    note.hidden = levels.has(note.classList[0]) || rules.has(note.dataset.rule);
    if (!note.hidden) continue;
    const report = note.closest(".report");
    if (!gone.has(report)) gone.set(report, new Set());
    gone.get(report).add(note.dataset.f);
  }
  for (const mark of marks) {
    const hidden = gone.get(mark.closest(".report"));
    mark.classList.toggle("off", Boolean(hidden) && mark.dataset.f.split(" ").every((f) => hidden.has(f)));
  }
  for (const cell of all(".table [data-wrong], .table .wrong")) {
    cell.dataset.wrong = "";
    cell.classList.toggle("wrong", all("mark:not(.off):not(.also)", cell).length > 0);
  }
  const boxes = all("input[data-rule]", filter), shown = document.getElementById("rules-shown");
  if (shown) shown.textContent = `${boxes.length - rules.size}/${boxes.length}`;
  near.forEach(level);
}
filter.addEventListener("change", sift);
filter.addEventListener("click", (event) => {
  if (event.target.dataset.all === undefined) return;
  for (const box of all("input[data-rule]", filter)) box.checked = Boolean(event.target.dataset.all);
  sift();
});
document.addEventListener("click", (event) => {
  for (const open of all("details[open]", filter)) if (!open.contains(event.target)) open.open = false;
});
filter.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && filter.querySelector("details[open]");
  if (open) { open.open = false; open.firstElementChild.focus(); }
});

// A note stands as high as what it speaks of, or right below the one above it. Notes do not push the
// text apart until they hang far behind it.
const wide = matchMedia("(min-width: 64.01rem)");
const near = new Set();
const hang = 480;
function level(report) {
  const lists = all(".notes", report);
  for (const list of lists) {
    list.style.height = wide.matches ? "0" : "";
    for (const note of list.children) note.style.marginTop = "";
  }
  const sheet = report.querySelector(".sheet");
  if (!sheet) return;
  sheet.style.minHeight = "";
  if (!wide.matches) return;
  // Counted from the report, not the window, which may scroll meanwhile.
  const above = (element) => element.getBoundingClientRect().top - report.getBoundingClientRect().top;
  let bottom = -Infinity;
  for (const list of lists) {
    for (const note of list.children) {
      if (note.hidden) continue;
      const mark = place(note), top = above(note);
      note.style.marginTop = `${Math.max(mark ? above(mark) - 6 : top, bottom + 8) - top}px`;
      bottom = above(note) + note.offsetHeight;
    }
    list.style.height = `${Math.max(0, bottom - above(list) - hang)}px`;
  }
  const below = bottom - above(sheet) - sheet.offsetHeight;
  if (below > -20) sheet.style.minHeight = `${sheet.offsetHeight + below + 24}px`;
}
const place = (note) => {
  const anchor = document.getElementById(note.querySelector("a").hash.slice(1));
  return anchor && (anchor.nextElementSibling || anchor.parentElement);
};
const watch = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) { near.delete(target); continue; }
    near.add(target);
    level(target);
  }
}, { rootMargin: "400px" });
all(".report").forEach((report) => watch.observe(report));
addEventListener("resize", () => near.forEach(level));

// Text and note belong together: pointing at one lights the other, a click goes there.
const belonging = (element) => {
  const owner = element.closest("mark[data-f], .notes > li");
  if (!owner) return [];
  const report = owner.closest(".report");
  const numbers = new Set(owner.dataset.f.split(" "));
  return all("mark, .notes > li", report).filter((each) => each.dataset.f.split(" ").some((f) => numbers.has(f)));
};
let lit = [];
function light(event) {
  lit.forEach((each) => each.classList.remove("lit"));
  lit = event.target.closest ? belonging(event.target) : [];
  lit.forEach((each) => each.classList.add("lit"));
}
document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark:not(.off):not(.also)");
  const note = mark && belonging(mark).find((each) => each.matches("li:not([hidden])"));
  if (!note) return;
  note.scrollIntoView({ block: "nearest" });
  note.querySelector("a").focus({ preventScroll: true });
});

// Sorting: numbers largest first, names in the order of the language; the second click turns it.
const head = all(".heat thead th");
head.forEach((th, column) => th.addEventListener("click", () => {
  const body = th.closest("table").tBodies[0];
  const name = column === 0;
  const up = th.ariaSort ? th.ariaSort !== "ascending" : name;
  const value = (row) => (name ? row.cells[0].textContent : Number(row.cells[column].textContent));
  const compare = name ? (a, b) => a.localeCompare(b, document.documentElement.lang) : (a, b) => a - b;
  const rows = Array.from(body.rows, (row) => [value(row), row]);
  rows.sort((a, b) => (up ? 1 : -1) * compare(a[0], b[0]));
  body.append(...rows.map(([, row]) => row));
  head.forEach((each) => each.removeAttribute("aria-sort"));
  th.setAttribute("aria-sort", up ? "ascending" : "descending");
}));
sift();
