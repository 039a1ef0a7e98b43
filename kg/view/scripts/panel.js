// What is selected: a statement with its sentences, an entity with its statements, an article with its claims in place.

function articlePanel(document) {
  const { text } = article(document);
  const told = [...new Set(document.claims.map((claim) => claim.statement))].filter((statement) =>
    passes.has(statement),
  );
  return [
    element("h2", { tabindex: -1, dir: "auto" }, document.title),
    document.about && element("p", { class: "about", dir: "auto" }, document.about),
    element(
      "p",
      { class: "about" },
      counted(document.claims.length, "claim"),
      " · ",
      plainLink({ source: document.id }, "only what this article says"),
    ),
    element(
      "p",
      { class: "legend" },
      ["subject", "relation", "object"].map((role) => [element("mark", { class: role }, role), " "]),
      element("mark", { class: "cue" }, "who says so"),
      " ",
      element("span", { class: "unused" }, "no claim found"),
    ),
    element("div", { class: "text", dir: "auto" }, written(text)),
    element("h3", {}, "Statements"),
    element(
      "ul",
      { class: "lines" },
      told.map((statement) =>
        element("li", {}, plainLink({ statement: statement.id }, words(statement)), " ", statusBadge(statement.status)),
      ),
    ),
  ];
}

function selection() {
  const articles = state
    .getAll("document")
    .map((id) => documentById.get(id))
    .filter(Boolean);
  if (articles.length) return articlePanel(articles[0]);
  const said = state
    .getAll("statement")
    .map((id) => statementById.get(id))
    .filter(Boolean);
  if (said.length) return statementPanel(said);
  const [entity] = known("entity");
  if (entity) return entityPanel(entity);
  const gone = SELECTION.find((key) => state.has(key));
  return gone
    ? [
        element("h2", { tabindex: -1 }, "Nothing selected"),
        element("p", {}, `This page has no ${gone} “${state.get(gone)}”.`),
      ]
    : null;
}

const remembered = (parts) => parts.flat(Infinity).find((part) => part?.tagName === "H2").textContent;

// Where the reader was before something was selected; the keyboard goes back there. Whoever points at the drawing, or
// moves it by keys, stays in it.
let opener = null;

// How far each panel was read, for whoever comes back to it.
const scrolled = new Map();

// On a narrow screen it stands below what it was opened from.
const isBelow = (panel) => panel.getBoundingClientRect().top >= byId("main_").getBoundingClientRect().bottom;

function showPanel() {
  const panel = byId("panel_");
  const top = panel.scrollTop;
  const before = panel.contains(document.activeElement) ? opener : focused();
  const key = SELECTION.map((name) => state.getAll(name)).join("|");
  const parts = selection();
  panel.hidden = !parts;
  document.body.classList.toggle("selecting", Boolean(parts));
  if (!parts) {
    panel.dataset.key = key;
    panel.replaceChildren();
    return;
  }
  const close = button("×", () => go(NOTHING_SELECTED), { class: "close", "aria-label": "Close" });
  panel.replaceChildren(close, ...parts.flat(Infinity).filter(Boolean));
  if (panel.dataset.key === key) return;
  scrolled.set(panel.dataset.key, top);
  panel.dataset.key = key;
  panel.scrollTop = (returning && scrolled.get(key)) || 0;
  remember(remembered(parts));
  if (following) {
    opener = before;
    panel.querySelector("h2").focus({ preventScroll: true });
  }
  const mark = state.get("claim") && byId(`claim-${state.get("claim")}`);
  if (mark) {
    mark.classList.add("here");
    mark.scrollIntoView({ block: "center" });
  } else if (isBelow(panel) && !returning)
    panel.scrollIntoView({ block: "start", behavior: animated() ? "smooth" : "auto" });
}

// Where one has been, the newest first.
function remember(label) {
  const here = location.hash;
  const old = trail.findIndex((step) => step.hash === here);
  if (old >= 0) trail.splice(old, 1);
  trail.unshift({ label, hash: here });
  const steps = trail.slice(1, 13).map((step) =>
    element(
      "li",
      {},
      element(
        "a",
        {
          href: step.hash,
          dir: "auto",
          onclick: (event) => {
            event.preventDefault();
            event.stopPropagation();
            history.pushState(null, "", step.hash);
            arrive();
          },
        },
        step.label,
      ),
    ),
  );
  byId("trail_").hidden = trail.length < 2;
  byId("steps_").replaceChildren(...steps);
}
