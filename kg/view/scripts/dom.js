// Elements, and words for numbers.
const byId = (id) => document.getElementById(id);

const number = (value) => value.toLocaleString("en");
const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

// Children are nodes or text; a handler is what begins with "on"; false and null leave an attribute out.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : value);
  }
  made.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== "" && child !== false && child !== 0),
  );
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

function shape(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const button = (text, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, text);

// What `kg.pages` wrote, in which every text is escaped; no script in it would run, for the page forbids that.
function written(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

// A file for the user to keep.
function offer(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = element("a", { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Fills an element anew.
const fill = (place, parts) => place.replaceChildren(...element("div", {}, parts).childNodes);

// What has the focus, in a form that outlives it: the place it is in, what it is there, and which of several.
const HEADING = "h2[tabindex]";
const ACTIVE = `a, button, input, summary, ${HEADING}`;
const tokenOf = (one) => one.dataset.focus ?? one.getAttribute("href") ?? (one.id || one.textContent);
const alike = (place, token) => [...place.querySelectorAll(ACTIVE)].filter((one) => tokenOf(one) === token);

function focused() {
  const one = document.activeElement;
  if (one === document.body) return null;
  const place = one.parentElement.closest("[id]") ?? document.body;
  return { place, token: tokenOf(one), nth: alike(place, tokenOf(one)).indexOf(one) };
}

// To the same, else to the beginning of the place that it was in.
function focusAgain({ place, token, nth }) {
  const those = alike(place, token);
  const found = those[nth] ?? those[0] ?? place.querySelector(HEADING) ?? place.querySelector(ACTIVE);
  found?.focus({ preventScroll: true });
}

const isLost = () => document.activeElement === document.body;

// Makes parts of the page anew. The keyboard stays where it is; if all that is gone, it goes to `other`, else to the view.
function keepingFocus(make, other = () => null) {
  const mark = focused();
  make();
  if (!mark) return;
  for (const one of [mark, other()]) if (one && isLost()) focusAgain(one);
  if (isLost()) byId("main_").focus({ preventScroll: true });
}
