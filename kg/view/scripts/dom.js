// Elements, and words for numbers.
const byId = (id) => document.getElementById(id);

const number = (value) => value.toLocaleString("en");
const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

// Children are nodes or text; a handler is what begins with "on"; false and null leave an attribute out.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== "" && child !== false && child !== 0));
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

// Fills an element anew; the keyboard stays on what has the same `data-focus`.
function refocus(place, parts) {
  const focus = document.activeElement?.dataset?.focus;
  place.replaceChildren(...element("div", {}, parts).childNodes);
  if (focus) place.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
}
