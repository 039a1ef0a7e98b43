// What is selected: a statement with its sentences, an entity with its statements, an article with its claims in place.
const LISTED_AT_ONCE = 60;

const statusBadge = (status) => element("span", { class: `status ${status.toLowerCase()}` }, status);
const plainLink = (change, text, attributes = {}) =>
  element("a", { href: `#${new URLSearchParams(Object.entries(change))}`, dir: "auto", ...attributes }, text);
const linkTo = (held) =>
  held !== null && isEntity(held)
    ? plainLink({ entity: held.id }, held.label)
    : element("span", { class: "quiet", dir: "auto" }, participant(held));

// Its words, with a link to each entity; without a subject they may begin with the object.
function saying(statement) {
  const { says, object } = statement;
  if (says && object !== null && isEntity(object) && says.startsWith(object.label))
    return [linkTo(object), says.slice(object.label.length)];
  if (says) return element("span", { dir: "auto" }, says);
  return [
    linkTo(statement.subject),
    ` ${relationOf(statement)} `,
    statement.object === null ? "" : linkTo(statement.object),
  ];
}

const sourcesOf = (statement) =>
  counted(statement.documents, "article") +
  (statement.sources === statement.documents ? "" : `, ${number(statement.sources)} independent`);

function sentence(claim) {
  return written(article(claim.document).sentences[claim.id]);
}

// What stands behind a statement, and of what passes the filters first.
function evidence(statement) {
  const dimmed = statement.claims.filter((claim) => !passing.claims.has(claim));
  const parts = statement.claims.filter((claim) => passing.claims.has(claim)).map(sentence);
  const others =
    dimmed.length &&
    element(
      "details",
      {},
      element("summary", {}, `${counted(dimmed.length, "sentence")} filtered out`),
      dimmed.map(sentence),
    );
  return [...parts, others || null];
}

function statementPart(statement) {
  const about = [statement.when, detailsOf(statement)].filter(Boolean).join("; ");
  return element(
    "section",
    { class: "saying" },
    element("h3", { dir: "auto" }, words(statement)),
    element(
      "p",
      { class: "about" },
      statusBadge(statement.status),
      " ",
      element("span", {}, statuses.get(statement.status).meaning),
      statement.review ? `; a person ${statement.review === "Confirmed" ? "confirmed" : "rejected"} it` : "",
    ),
    about && element("p", { class: "about", dir: "auto" }, about),
    element(
      "p",
      { class: "about" },
      statement.support || sourcesOf(statement),
      `; ${counted(statement.claims.length, "sentence")}`,
      statement.odds ? [" · ", plainLink({ view: "odds" }, "at odds with another")] : "",
    ),
    element(
      "p",
      { class: "about" },
      ends(statement).map((entity) => [linkTo(entity), " · "]),
      ends(statement).length ? showInNetwork(ends(statement), "show in the network") : "",
    ),
    evidence(statement),
  );
}

const showInNetwork = (those, text, attributes = {}) =>
  element(
    "a",
    {
      href: `#${new URLSearchParams([["view", "network"], ...those.map((entity) => ["around", entity.id])])}`,
      ...attributes,
    },
    text,
  );

function statementPanel(found) {
  const title = found.length === 1 ? "Statement" : `${found.length} statements`;
  return [element("h2", { tabindex: -1 }, title), found.map(statementPart)];
}

// By relation and side, as the page of an entity has them; what is filtered out is counted.
function relationsOf(entity, shown) {
  const found = new Map();
  for (const statement of shown) {
    const key = `${statement.subject === entity ? "" : "… "}${statement.relation.label}${statement.subject === entity ? "" : ` ${entity.label}`}`;
    found.set(key, [...(found.get(key) ?? []), statement]);
  }
  return [...found];
}

function lineOf(statement, entity) {
  const isAlone = statement.subject === entity && statement.object === null;
  const other = isAlone
    ? element("span", { class: "quiet", dir: "auto" }, entity.label)
    : linkTo(otherEnd(statement, entity));
  const mark = statuses.get(statement.status).mark;
  const rest = [statement.when, detailsOf(statement)].filter(Boolean).join("; ");
  const whole = `${words(statement)}: ${statement.status}, ${sourcesOf(statement)}`;
  return element(
    "li",
    {},
    mark,
    other,
    rest && element("small", { dir: "auto" }, ` (${rest})`),
    " ",
    plainLink(
      { statement: statement.id },
      [statusBadge(statement.status), " ", element("small", {}, sourcesOf(statement))],
      { class: "sources", "aria-label": whole },
    ),
  );
}

function entityActions(entity) {
  const hidden = current.hidden.get(entity);
  const isOpen = state.getAll("open").includes(entity.id);
  const act = (text, change, attributes) => button(text, () => go({ view: null, ...change }), attributes);
  const start = known("from")[0];
  return element(
    "p",
    { class: "actions" },
    hidden === undefined || hidden || isOpen
      ? act(
          isOpen
            ? "Hide its neighbours"
            : hidden === undefined
              ? "Show it in the network"
              : `Show ${counted(hidden, "more neighbour")}`,
          toggled(entity),
          { "data-focus": "neighbours" },
        )
      : "",
    [1, 2, 3].map((hops) =>
      act(`${hops} ${hops === 1 ? "step" : "steps"} around`, { around: entity.id, hops, entity: entity.id }),
    ),
    start && start !== entity
      ? act(`Path from ${start.label}`, { from: start.id, to: entity.id })
      : act("Path from here …", { from: entity.id, to: null }),
    hidden !== undefined ? act("Take it away", { ...closed(entity), entity: null }) : "",
  );
}

function entityPanel(entity) {
  const shown = entity.statements.filter((statement) => passes.has(statement));
  const out = entity.statements.length - shown.length;
  const said = shown.filter((one, place) => place < LISTED_AT_ONCE);
  return [
    element("h2", { tabindex: -1, dir: "auto" }, entity.label),
    element(
      "p",
      { class: "about" },
      element("span", { class: `swatch ${entity.kind.group}`, "aria-hidden": "true" }),
      ` ${entity.kind.label}${entity.named ? "" : ", described and not named"}`,
    ),
    entity.also.length
      ? element(
          "p",
          { class: "about" },
          "Also: ",
          entity.also.map((name, place) => [place ? ", " : "", element("bdi", {}, name)]),
        )
      : "",
    entityActions(entity),
    known("from")[0] === entity && !state.has("to")
      ? element("p", { class: "told" }, "Now choose the other end: search for it, or select it in the network.")
      : "",
    element(
      "p",
      { class: "told" },
      counted(entity.statements.length, "statement"),
      out ? `, ${number(out)} of them filtered out` : "",
      said.length < shown.length ? `; the weightiest ${said.length} are listed, the table has all` : "",
    ),
    relationsOf(entity, said).map(([heading, those]) => [
      element("h3", {}, heading),
      element(
        "ul",
        { class: "lines" },
        those.map((statement) => lineOf(statement, entity)),
      ),
    ]),
  ];
}

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
