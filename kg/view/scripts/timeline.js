// What has a date, in the order of time; of the selected entity alone, if one is.
const ENTRIES_AT_ONCE = 200;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const HAS_MONTH = /[A-Z][a-z]{2} \d{4}/;

// What is only known by its year stands under the year.
const monthOf = ({ first, when }) => (HAS_MONTH.test(when) ? `${MONTHS[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}` : first.slice(0, 4));

function entryOf(statement) {
  const rest = detailsOf(statement);
  return element("li", { "aria-current": state.getAll("statement").includes(statement.id) ? "true" : null },
    element("span", { class: "when" }, statement.when || statement.first), " ", saying(statement), rest && element("small", { dir: "auto" }, ` (${rest})`), " ", statusBadge(statement.status), " ",
    plainLink({ statement: statement.id }, sourcesOf(statement), { class: "sources", "aria-label": `${words(statement)}: ${sourcesOf(statement)}` }));
}

function showTimeline() {
  const [selected] = known("entity");
  const entity = state.has("whole") ? null : selected;
  const about = entity ? passing.statements.filter((statement) => ends(statement).includes(entity)) : passing.statements;
  const dated = about.filter((statement) => statement.first).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) || a.n - b.n);
  const { rows, pager } = paged(dated, ENTRIES_AT_ONCE);
  const undated = about.length - dated.length;
  const months = new Map();
  for (const statement of rows) months.set(monthOf(statement), [...(months.get(monthOf(statement)) ?? []), statement]);
  const of = entity && [" about ", element("b", { dir: "auto" }, entity.label), "; ", element("a", { href: "#whole=1", "data-focus": "whole" }, "show those about all")];
  const less = selected && !entity && ["; ", element("a", { href: "#whole=", "data-focus": "whole" }, "show only those about ", element("bdi", {}, selected.label))];
  fill(byId("view_timeline_"), [
    element("p", { class: "told" }, `${counted(dated.length, "statement")} with a date of ${dated.length === 1 ? "its" : "their"} own`, of, less, undated ? `. Left out: ${number(undated)} without one; the table has ${undated === 1 ? "it" : "them"}` : "", "."),
    [...months].map(([month, those]) => [element("h2", {}, month), element("ol", { class: "timeline" }, those.map(entryOf))]),
    dated.length ? "" : element("p", { class: "empty" }, "Nothing that passes the filters has a date of its own."),
    pager,
  ]);
}
