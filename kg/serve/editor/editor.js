// The query editor: Yasgui over this server's own endpoint, with its prefixes, terms and names to complete.
"use strict";

const SHOWN = 60; // names and terms that a completion offers at most
const FIRST = "SELECT ?who ?whom WHERE {\n  ?a kg:defeated ?b .\n  ?a rdfs:label ?who .\n  ?b rdfs:label ?whom .\n}";
const BEGINNING = ["who-said-what", "entities", "offices"]; // open the first time
const LEAVES = { Tab: false, "Shift-Tab": false };
const page = document.getElementById("editor");
const plain = document.getElementById("plain");
const { Yasqe, Yasr } = Yasgui;

async function answered(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

// Terms whose IRI or label has what was typed; those that begin with it come first.
function matching(terms, typed) {
  const start = typed.toLowerCase();
  const word = start.split(/[#/]/).pop();
  const found = terms.filter((t) => t.iri.toLowerCase().startsWith(start) || t.label.toLowerCase().includes(word));
  const rank = (t) => (t.iri.toLowerCase().startsWith(start) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN).map((t) => t.iri);
}

function complete(vocabulary) {
  const { prefixes, classes, relations } = vocabulary;
  const known = Yasqe.Autocompleters;
  known.prefixes.get = () => Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort();
  known.prefixes.persistenceId = null;
  known.class.get = (yasqe, token) => matching(classes, token.autocompletionString ?? "");
  known.property.get = (yasqe, token) => matching(relations, token.autocompletionString ?? "");
  for (const name of ["class", "property"]) known[name].autoShow = true;
  Yasqe.forkAutocompleter("class", {
    name: "entity",
    autoShow: true,
    isValidCompletionPosition: (yasqe) => yasqe.getCompleteToken().string.startsWith("ent:"),
    get: async (yasqe, token) => {
      const typed = (token.string ?? "").replace(/^ent:/, "").replaceAll("-", " ").trim();
      if (!typed) return [];
      const found = await answered(`/search?q=${encodeURIComponent(typed)}`);
      return found.entities.map((one) => one.iri);
    },
  });
  if (!Yasqe.defaults.autocompleters.includes("entity")) Yasqe.defaults.autocompleters.push("entity");
}

// With those prefixes that the text uses and does not declare, so that it can be taken elsewhere.
function declared(text, prefixes) {
  const code = text.replace(/#[^\n]*|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>/g, (part) => (part.startsWith("#") ? "" : " "));
  const missing = Object.keys(prefixes).filter(
    (name) => new RegExp(`(?<![\\w-])${name}:`).test(code) && !new RegExp(`prefix\\s+${name}:`, "i").test(code),
  );
  const header = missing.sort().map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("");
  return header + text;
}

// Triples, or rows with IRIs in two columns, as a drawing; vis-network comes when it is first asked for.
class Drawing {
  constructor(yasr) {
    this.yasr = yasr;
    this.priority = 5;
    this.label = "Graph";
  }

  canHandleResults() {
    return this.edges().length > 0;
  }

  edges() {
    const rows = this.yasr.results?.getBindings?.() ?? [];
    return rows.map((row) => Object.values(row)).flatMap((cells) => {
      const [from, to] = [cells[0], cells[cells.length - 1]];
      const drawn = cells.length >= 2 && from?.type === "uri" && to;
      return drawn ? [{ from, label: cells.length === 3 ? this.name(cells[1]) : "", to }] : [];
    });
  }

  name(term) {
    if (term.type !== "uri") return term.value;
    const prefixes = this.yasr.getPrefixes?.() ?? {};
    const known = Object.entries(prefixes).find(([, iri]) => term.value.startsWith(iri));
    return known ? `${known[0]}:${term.value.slice(known[1].length)}` : term.value.split(/[#/]/).pop();
  }

  async draw() {
    if (!window.vis) await this.yasr.utils.addScript("/assets/vis-network.js");
    const edges = this.edges().slice(0, 300);
    const place = document.createElement("div");
    place.className = "drawing";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", `${edges.length} connections, drawn; the table says the same in words`);
    this.yasr.resultsEl.replaceChildren(this.told(edges.length), place);
    const nodes = new Map();
    for (const edge of edges) for (const end of [edge.from, edge.to]) nodes.set(end.value, this.name(end).slice(0, 40));
    const ink = getComputedStyle(document.body).color;
    new vis.Network(
      place,
      {
        nodes: [...nodes].map(([id, label]) => ({ id, label })),
        edges: edges.map(({ from, label, to }) => ({ from: from.value, to: to.value, label })),
      },
      {
        layout: { randomSeed: 1 },
        nodes: { shape: "box", margin: 8 },
        edges: { arrows: "to", font: { color: ink, strokeWidth: 0, align: "middle" }, color: ink },
      },
    );
  }

  told(drawn) {
    const all = this.edges().length;
    const line = document.createElement("p");
    line.textContent = all > drawn ? `Drawn: the first ${drawn} of ${all} connections.` : `Drawn: ${all} connections.`;
    return line;
  }

  getIcon() {
    const icon = document.createElement("span");
    icon.textContent = "⬡";
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }
}

function opened(vocabulary) {
  Yasr.registerPlugin("graph", Drawing);
  Yasr.defaults.prefixes = vocabulary.prefixes;
  const yasgui = new Yasgui(page, {
    requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST", headers: {} },
    persistenceId: "kg",
    copyEndpointOnNewTab: true,
    populateFromUrl: true,
    autofocus: true,
    yasqe: { prefixCcApi: null, value: declared(FIRST, vocabulary.prefixes) },
    yasr: { prefixes: vocabulary.prefixes },
  });
  return yasgui;
}

// What Yasgui leaves without a name for those who hear the page, and Tab leaves the text as it leaves any other field.
function heard() {
  const name = (selector, attributes) => {
    for (const element of page.querySelectorAll(selector))
      for (const [attribute, value] of Object.entries(attributes))
        if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
  };
  name(".CodeMirror textarea", { "aria-label": "Query in SPARQL; Control and Space complete, Control and Enter run" });
  name(".CodeMirror-scroll", { tabindex: "0", role: "presentation" });
  name(".addTab", { role: "tab", "aria-selected": "false" });
  name(".tableSizer", { "aria-label": "Rows on a page" });
  name("th.dt-orderable-none:empty, th.dt-orderable-none:first-child", { "aria-label": "Row" });
  for (const { CodeMirror: text } of page.querySelectorAll(".CodeMirror"))
    if (!text.state.keyMaps.includes(LEAVES)) text.addKeyMap(LEAVES);
}

// What the graph mints are no addresses of the web: on this server the page of a name is at the path after the base.
function atHome(base) {
  const rewrite = (event) => {
    const link = event.target.closest?.("a[href]");
    if (link?.href.startsWith(base)) link.href = new URL(link.href.slice(base.length), `${location.origin}/`).href;
  };
  for (const event of ["pointerdown", "focusin", "click"]) page.addEventListener(event, rewrite, true);
}

// The named questions: a click opens one in a tab, the first time some are open.
function questions(yasgui, vocabulary) {
  const open = (question, active) =>
    yasgui.addTab(
      active,
      {
        ...Yasgui.Tab.getDefaults(yasgui),
        name: question.title,
        yasr: { settings: { pluginsConfig: { table: { compact: true, isEllipsed: false } } }, response: undefined },
        yasqe: { value: `# ${question.description}\n${declared(question.text, vocabulary.prefixes)}` },
      },
      { avoidDuplicateTabs: true },
    );
  for (const button of document.querySelectorAll("button[data-question]")) {
    const question = vocabulary.questions.find((one) => one.name === button.dataset.question);
    button.disabled = !question;
    button.addEventListener("click", () => open(question, true));
  }
  if (!localStorage.getItem("kg-seen")) {
    const first = yasgui.getTab();
    for (const name of BEGINNING) open(vocabulary.questions.find((one) => one.name === name), false);
    first?.close();
    localStorage.setItem("kg-seen", "yes");
  }
}

answered("/vocabulary").then((vocabulary) => {
  complete(vocabulary);
  atHome(vocabulary.base);
  new MutationObserver(heard).observe(page, { childList: true, subtree: true });
  questions(opened(vocabulary), vocabulary);
  plain.hidden = true;
});
