// What is shown is a function of the address: the part behind # names the view, what is drawn, filters and selection.
// A link in the page changes what it names and leaves the rest; the browser's history is the trail.
let state = new URLSearchParams();
const listeners = [];
const trail = [];

const none = (keys) => Object.fromEntries(keys.map((key) => [key, null]));
const SELECTION = ["entity", "statement", "document", "claim"];
const NOTHING_SELECTED = none(SELECTION);
const DRAWN = ["around", "hops", "from", "to", "open", "closed"];
// One thing is selected at a time, and the drawing is built on one thing: whatever sets one of `by` lets its group go.
const EXCLUSIVE = [
  { group: SELECTION, by: SELECTION },
  { group: DRAWN, by: ["around", "to"] },
];

// Whether the reader follows a link of the page, so that the keyboard goes where it leads.
let following = false;

const view = () => state.get("view") ?? "network";

// The state after a change: for each key a value, a list of values, or null for none.
function changed(change) {
  const next = new URLSearchParams(state);
  for (const { group, by } of EXCLUSIVE) {
    if (by.some((key) => change[key])) for (const key of group) next.delete(key);
  }
  for (const [key, wanted] of Object.entries(change)) {
    next.delete(key);
    for (const one of [wanted ?? []].flat()) if (one !== "") next.append(key, one);
  }
  if (next.get("view") === "network") next.delete("view"); // one state has one address
  // What is listed anew begins with its first page.
  if (!("page" in change) && Object.keys(change).some((key) => !SELECTION.includes(key))) next.delete("page");
  return next;
}

// What depends on some keys alone is made anew only when one of them has changed.
function keeping(keys, make) {
  let known, held;
  return (...given) => {
    const now = JSON.stringify(keys.map((key) => state.getAll(key)));
    if (now !== known) [known, held] = [now, make(...given)];
    return held;
  };
}

const address = (change) => `#${changed(change)}`;

function go(change) {
  const next = changed(change);
  if (next.toString() === state.toString()) return;
  history.pushState(null, "", `#${next}`);
  arrive();
}

function lead(change) {
  following = true;
  go(change);
  following = false;
}

// Whether the reader goes back or forward to where he has been.
let returning = false;

function arrive(event) {
  returning = event !== undefined;
  state = new URLSearchParams(location.hash.slice(1));
  for (const listener of listeners) listener();
}

// A link to a change of the state has keys and values; any other leads to an element and leaves the address as it is.
function follow(event) {
  const target = event.target.closest?.("a[href^='#']")?.getAttribute("href").slice(1);
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!target.includes("=")) {
    byId(target)?.focus();
    return;
  }
  const wanted = new URLSearchParams(target);
  lead(Object.fromEntries([...new Set(wanted.keys())].map((key) => [key, wanted.getAll(key)])));
}

addEventListener("click", follow);
addEventListener("popstate", arrive);
