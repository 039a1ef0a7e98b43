// The equal way in: all that passes the filters as tables, a page at a time.
const ROWS_AT_ONCE = 50;
const NEIGHBOURS_NAMED = 8;
const inEnglish = new Intl.Collator("en", { numeric: true });

// A table's columns: heading, what it is sorted by, and what stands in its cells.
const OF_STATEMENTS = [
  { key: "subject", label: "Subject", by: (one) => participant(one.subject), cell: (one) => linkTo(one.subject) },
  { key: "relation", label: "Relation", by: relationOf, cell: (one) => plainLink({ statement: one.id }, relationOf(one)) },
  { key: "object", label: "Object", by: (one) => (one.object === null ? "" : participant(one.object)), cell: (one) => (one.object === null ? "—" : linkTo(one.object)) },
  { key: "when", label: "When", by: (one) => one.first, cell: (one) => one.when },
  { key: "details", label: "Details", by: detailsOf, cell: (one) => element("span", { dir: "auto" }, detailsOf(one)) },
  { key: "status", label: "Status", by: (one) => String(ORDERS.status.indexOf(one.status)), cell: (one) => statusBadge(one.status) },
  { key: "sources", label: "Sources", isNumber: true, by: (one) => one.sources, cell: (one) => sourcesOf(one) },
];
const OF_NAMES = [
  { key: "name", label: "Name", by: (row) => row.entity.label, cell: (row) => linkTo(row.entity) },
  { key: "kind", label: "Class", by: (row) => row.entity.kind.label, cell: ({ entity }) => [element("span", { class: `swatch ${entity.kind.group}`, "aria-hidden": "true" }), ` ${entity.kind.label}`, entity.named ? "" : ", without a name"] },
  { key: "statements", label: "Statements", isNumber: true, by: (row) => row.shown.length, cell: (row) => number(row.shown.length) },
  { key: "neighbours", label: "Joined to", isNumber: true, by: (row) => row.near.length, cell: neighboursOf },
];

function neighboursOf({ entity, near }) {
  const links = near.slice(0, NEIGHBOURS_NAMED).map((one, place) => [place ? ", " : "", linkTo(one)]);
  const more = near.length > NEIGHBOURS_NAMED && [" and ", plainLink({ entity: entity.id }, `${number(near.length - NEIGHBOURS_NAMED)} more`)];
  return [links, more];
}

// By importance; each with its statements that pass, and whom they join it to.
function nameRows() {
  return entities.map((entity) => {
    const shown = entity.statements.filter((statement) => passes.has(statement));
    const near = [...new Set(shown.filter(drawable).map((statement) => otherEnd(statement, entity)))];
    return { entity, shown, near: near.sort((a, b) => a.n - b.n) };
  }).filter((row) => row.shown.length || !filtering().length);
}

// The rows stay in the order in which they come where the wanted column does not tell them apart.
function sorted(rows, columns) {
  const wanted = state.get("sort") ?? "";
  const column = columns.find(({ key }) => key === wanted.replace(/^-/, ""));
  if (!column) return rows;
  const sense = wanted.startsWith("-") ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, column.by(row)]));
  const compare = column.isNumber ? (a, b) => a - b : inEnglish.compare;
  return [...rows].sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    return (a === "") - (b === "") || sense * compare(a, b); // what is empty stays below
  });
}

// Words from A to Z first, numbers from the largest; then the other way round, then as they came.
function sortedNext({ key, isNumber }, wanted) {
  const steps = isNumber ? [`-${key}`, key] : [key, `-${key}`];
  return steps[steps.indexOf(wanted) + 1] ?? null;
}

function heading(column) {
  const wanted = state.get("sort") ?? "";
  const isUp = wanted === column.key, isDown = wanted === `-${column.key}`;
  const sign = isUp ? " ▲" : isDown ? " ▼" : "";
  const act = button([column.label, element("span", { "aria-hidden": "true" }, sign)], () => go({ sort: sortedNext(column, wanted) }), { "data-focus": `sort ${column.key}` });
  return element("th", { scope: "col", "aria-sort": isUp ? "ascending" : isDown ? "descending" : null }, act);
}

// A page of what there is much of, and the way to the others.
function paged(rows, size) {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const here = Math.min(Math.max(1, Math.trunc(state.get("page")) || 1), pages);
  const step = (to, text) => (to < 1 || to > pages ? "" : button(text, () => go({ page: to === 1 ? null : to }), { "data-focus": text }));
  const pager = pages > 1 ? element("nav", { class: "pager", "aria-label": "Pages" }, step(here - 1, "Previous"), ` Page ${number(here)} of ${number(pages)} `, step(here + 1, "Next")) : "";
  return { rows: rows.slice((here - 1) * size, here * size), pager };
}

function tableOf(columns, rows, caption, isSelected) {
  const body = rows.map((row) => element("tr", { "aria-current": isSelected(row) ? "true" : null }, columns.map((column) => element("td", { "data-column": column.label, class: column.isNumber ? "number" : null }, column.cell(row)))));
  return element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table, to be scrolled" }, element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, columns.map(heading))), element("tbody", {}, body)));
}

function showTable() {
  const isNames = state.get("rows") === "names";
  const columns = isNames ? OF_NAMES : OF_STATEMENTS;
  const every = isNames ? nameRows() : passing.statements;
  const all = isNames ? entities.length : statements.length;
  const what = isNames ? counted(all, "name") : counted(all, "statement");
  const out = all - every.length;
  const { rows, pager } = paged(sorted(every, columns), ROWS_AT_ONCE);
  const isSelected = (row) => (isNames ? state.get("entity") === row.entity.id : state.getAll("statement").includes(row.id));
  const choice = (rows, text) => element("a", { href: `#${new URLSearchParams({ rows, sort: "", page: "" })}`, "aria-current": (rows === "names") === isNames ? "true" : null }, text);
  fill(byId("view_table_"), [
    element("nav", { class: "choices", "aria-label": "Rows" }, choice("statements", "Statements"), choice("names", "Names")),
    every.length ? tableOf(columns, rows, `${number(every.length)} of ${what}${out ? `; ${number(out)} filtered out` : ""}.`, isSelected) : element("p", { class: "empty" }, `Nothing passes the filters: ${what} are filtered out. Reset some of them.`),
    pager,
  ]);
}
