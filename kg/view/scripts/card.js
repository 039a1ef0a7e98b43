// An entity with its statements, and what can be drawn around it.
const LISTED_AT_ONCE = 60;

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
