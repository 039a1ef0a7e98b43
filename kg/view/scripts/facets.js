// The filters beside the views: for each a list of values with how many statements have them, the most first.
const FEW = 8;

const speakerLabels = new Map(speakers.map((speaker) => [speakerKey(speaker), speaker.label]));
const documentById = new Map(documents.map((document) => [document.id, document]));
const relationLabels = new Map(data.relations.map((relation) => [relation.name, relation.label]));
const VALUE_LABELS = {
  class: (one) => groups.get(one).label,
  relation: (one) => relationLabels.get(one) ?? one,
  source: (one) => {
    const found = documentById.get(one);
    return found ? [found.title, found.about].filter(Boolean).join(", ") : one;
  },
  speaker: (one) => speakerLabels.get(one) ?? one,
};
const labelOf = (facet, one) => (VALUE_LABELS[facet.key] ?? ((same) => same))(one);
const ORDERS = {
  status: data.statuses.map((status) => status.name),
  class: data.groups.map((group) => group.name),
  certainty: data.certainties,
};

// Which lists are open, and how much of them: no part of the address.
const unfolded = new Set(["status"]);
const whole = new Set();

function inOrder(facet, counts) {
  const order = ORDERS[facet.key];
  if (order) return order.filter((one) => counts.has(one) || state.getAll(facet.key).includes(one));
  const known = [...new Set([...counts.keys(), ...state.getAll(facet.key)])];
  return known.sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || labelOf(facet, a).localeCompare(labelOf(facet, b), "en"),
  );
}

function choose(facet, one, on) {
  const others = state.getAll(facet.key).filter((other) => other !== one);
  go({ [facet.key]: on ? [...others, one] : others });
}

function choiceOf(facet, one, counts) {
  const box = element("input", {
    type: "checkbox",
    checked: state.getAll(facet.key).includes(one),
    onchange: (event) => choose(facet, one, event.target.checked),
  });
  box.dataset.focus = `${facet.key} ${one}`;
  const sign = facet.key === "class" ? element("span", { class: `swatch ${one}`, "aria-hidden": "true" }) : null;
  return element(
    "li",
    {},
    element(
      "label",
      { class: "choice" },
      box,
      sign,
      element("span", { class: "value", dir: "auto" }, labelOf(facet, one)),
      element("span", { class: "count" }, number(counts.get(one) ?? 0)),
    ),
  );
}

function facetPart(facet, counts) {
  const every = inOrder(facet, counts);
  if (!every.length) return null;
  const chosen = state.getAll(facet.key);
  const shown = whole.has(facet.key) ? every : every.filter((one, place) => place < FEW || chosen.includes(one));
  const list = element(
    "ul",
    {},
    shown.map((one) => choiceOf(facet, one, counts)),
  );
  const more =
    every.length > FEW &&
    button(
      whole.has(facet.key) ? `Only the ${FEW} most frequent` : `All ${number(every.length)}`,
      () => {
        if (!whole.delete(facet.key)) whole.add(facet.key);
        keepingFocus(() => showFacets(passing));
      },
      { class: "more", "data-focus": `${facet.key} more` },
    );
  const part = element(
    "details",
    { open: unfolded.has(facet.key) || chosen.length > 0 },
    element("summary", {}, facet.label, chosen.length ? ` (${chosen.length})` : ""),
    list,
    more || null,
  );
  part.addEventListener("toggle", () => (part.open ? unfolded.add(facet.key) : unfolded.delete(facet.key)));
  return part;
}

function confidencePart() {
  const told = element(
    "output",
    { for: "confidence_" },
    state.get("confidence") ? `at least ${state.get("confidence")}` : "any",
  );
  const range = element("input", {
    id: "confidence_",
    type: "range",
    min: 0,
    max: 0.95,
    step: 0.05,
    value: state.get("confidence") ?? 0,
    "data-focus": "confidence",
    oninput: (event) => {
      told.textContent = Number(event.target.value) ? `at least ${event.target.value}` : "any";
    },
    onchange: (event) => go({ confidence: Number(event.target.value) ? event.target.value : null }),
  });
  return element("p", { class: "confidence" }, element("label", { for: "confidence_" }, "Confidence: "), told, range);
}

function day(key, label) {
  const field = element("input", {
    type: "text",
    inputmode: "numeric",
    size: 10,
    placeholder: "2018-11",
    pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?",
    value: state.get(key) ?? "",
    "data-focus": key,
    onchange: (event) => {
      if (event.target.reportValidity()) go({ [key]: event.target.value || null });
    },
    title: "A year, a month or a day: 2018, 2018-11, 2018-11-22",
  });
  return element("label", {}, `${label} `, field);
}

// From what is taken already to a month.
function upTo(month, event) {
  if (!event.shiftKey || !state.has("since")) return;
  event.preventDefault();
  const taken = [state.get("since"), state.get("until") ?? month, month].sort();
  go({ since: taken[0], until: taken.at(-1) });
}

// A bar for each month; a click on one takes it alone, with Shift all up to it from those taken before.
// A bar for each month; a click on one takes it alone, with Shift all up to it from those taken before.
function months(counts) {
  if (!MONTHS_KNOWN.length) return null;
  const most = Math.max(1, ...counts.values());
  return element(
    "ol",
    { class: "months", "aria-label": "Statements by month" },
    MONTHS_KNOWN.map((month) => {
      const count = counts.get(month) ?? 0;
      const bar = element("a", {
        href: address({ since: month, until: month }),
        onclick: (event) => upTo(month, event),
        "aria-label": `${month}: ${counted(count, "statement")}`,
        title: `${month}: ${number(count)}`,
        "data-focus": month,
      });
      bar.style.setProperty("--share", count / most);
      return element("li", {}, bar);
    }),
  );
}

function showFacets(found) {
  const active = filtering();
  const odds = element("input", {
    type: "checkbox",
    checked: state.has("odds"),
    "data-focus": "odds",
    onchange: (event) => go({ odds: event.target.checked ? "1" : null }),
  });
  fill(byId("filters_"), [
    element("h2", {}, "Filters"),
    element(
      "p",
      { class: "told", role: "status" },
      active.length
        ? `${number(found.statements.length)} of ${counted(statements.length, "statement")} pass; ${number(statements.length - found.statements.length)} are filtered out.`
        : `None: all ${counted(statements.length, "statement")}.`,
    ),
    active.length ? button("Reset all filters", () => go(none(FILTERS)), { "data-focus": "reset" }) : "",
    FACETS.map((facet) => facetPart(facet, found.counts.get(facet))),
    confidencePart(),
    element(
      "fieldset",
      { class: "dates" },
      element("legend", {}, "Dates"),
      months(found.months),
      day("since", "from"),
      day("until", "to"),
    ),
    element(
      "label",
      { class: "choice" },
      odds,
      element("span", { class: "value" }, "Disagreements only"),
      element("span", { class: "count" }, number(found.odds)),
    ),
  ]);
}
