// Ties the parts together: whenever the address changes, all that depends on it is shown anew.
const VIEWS = {
  network: { label: "Network", show: showNetwork },
  table: { label: "Table", show: showTable },
  timeline: { label: "Timeline", show: showTimeline },
  odds: { label: "Disagreements", show: showOdds },
};
let passing, passes, current, drawing;

function showNetwork() {
  if (current.entities.length) {
    drawing ??= new Drawing();
    drawing.show(current);
  }
  byId("stage_").classList.toggle("empty", !current.entities.length);
  byId("drawn_").replaceChildren(
    ...current.entities.map((entity) => element("li", {}, plainLink({ entity: entity.id }, entity.label))),
  );
  const sizes = [...new Set([20, 40, 60, 100, data.most, Math.min(data.top, data.most), top_()])].sort((a, b) => a - b);
  byId("most_").replaceChildren(
    ...sizes.map((most) => element("option", { value: most, selected: most === top_() }, number(most))),
  );
}

// What is drawn of what passes, and why; what is not, and why not.
function tellDrawn() {
  const drawn = current.links.reduce((sum, link) => sum + link.statements.length, 0);
  const alone = passing.statements.filter((statement) => !drawable(statement)).length;
  const rest = passing.statements.length - drawn - alone;
  const left = [
    rest &&
      `${counted(rest, "statement")} with entities that are not drawn${current.uncut ? "" : " or less often told"}`,
    alone && `${counted(alone, "statement")} about one entity only`,
    statements.length - passing.statements.length &&
      `${counted(statements.length - passing.statements.length, "statement")} filtered out`,
  ].filter(Boolean);
  byId("shown_").textContent = !current.entities.length
    ? whyEmpty()
    : `${current.why} Drawn: ${number(current.entities.length)} of ${counted(entities.length, "entity", "entities")}, ${number(drawn)} of ${counted(statements.length, "statement")}.${left.length ? ` Not drawn: ${left.join("; ")}.` : ""}`;
}

function whyEmpty() {
  const that = filtering().length ? " that passes the filters" : "";
  if (!passing.statements.length)
    return that
      ? "Nothing to draw: no statement passes the filters. Reset some of them."
      : "Nothing to draw: the articles say nothing of these entities.";
  if (passing.statements.some(drawable)) return "Nothing to draw: all that was drawn is taken away. Start again.";
  return `Nothing to draw: no statement${that} joins two entities; the table has those about one.`;
}

const passingNow = keeping(FILTERS, filtered);
const pictureNow = keeping([...FILTERS, ...DRAWN, "top"], picture);

function showAll() {
  passing = passingNow();
  passes = new Set(passing.statements);
  current = pictureNow(passing.statements);
  const here = Object.hasOwn(VIEWS, view()) ? view() : "network";
  for (const name of Object.keys(VIEWS)) byId(`view_${name}_`).hidden = name !== here;
  byId("views_").replaceChildren(
    ...Object.entries(VIEWS).map(([name, { label }]) =>
      element("a", { href: `#view=${name}`, "aria-current": name === here ? "page" : null }, label),
    ),
  );
  showFacets(passing);
  showPanel();
  tellDrawn();
  VIEWS[here].show();
  showDownloads();
}

const show = () => keepingFocus(showAll, () => opener);

function legend() {
  const used = new Set(entities.map((entity) => entity.kind.group));
  const classes = data.groups
    .filter((group) => used.has(group.name))
    .map((group) =>
      element("li", {}, element("span", { class: `swatch ${group.name}`, "aria-hidden": "true" }), group.label),
    );
  const lines = data.statuses.map((status) =>
    element("li", {}, sample(status), element("span", {}, element("b", {}, status.name), ` ${status.meaning}`)),
  );
  byId("legend_").replaceChildren(
    element("ul", { "aria-label": "Classes" }, classes),
    element(
      "ul",
      { "aria-label": "Lines" },
      lines,
      element("li", {}, "the thicker, the more independent sources say so"),
    ),
  );
}

// A line as it is drawn.
function sample(status) {
  const line = shape("path", {
    d: "M0 5H40",
    stroke: "currentColor",
    "stroke-width": status.name === "Tentative" ? 1 : 2,
    "stroke-dasharray": (status.dashes || []).join(" "),
  });
  const strikes =
    status.name === "Denied"
      ? [shape("path", { d: "M17 10L21 0M22 10L26 0", stroke: "currentColor", "stroke-width": 1.5 })]
      : [];
  return shape(
    "svg",
    { class: `sample ${status.name.toLowerCase()}`, viewBox: "0 0 40 10", "aria-hidden": "true" },
    line,
    ...strikes,
  );
}

function begin() {
  legend();
  for (const [id, act] of [
    ["closer_", () => drawing?.zoom(1.25)],
    ["farther_", () => drawing?.zoom(0.8)],
    ["all_", () => drawing?.fit()],
    ["back_", () => history.back()],
    ["forward_", () => history.forward()],
  ])
    byId(id).addEventListener("click", act);
  byId("restart_").addEventListener("click", () => go(none(DRAWN)));
  byId("most_").addEventListener("change", (event) =>
    go({ top: event.target.value === String(data.top) ? null : event.target.value }),
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && SELECTION.some((key) => state.has(key))) go(NOTHING_SELECTED);
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
      event.preventDefault();
      byId("search_").focus();
    }
  });
  if (matchMedia("(max-width: 820px)").matches) byId("filtering_").open = false;
  searching();
  listeners.push(show);
  arrive();
}

begin();
