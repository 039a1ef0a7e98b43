// The equal way in: all that passes the filters as tables, a page at a time.
const ROWS_AT_ONCE = 50;

// The roles are those that a browser forgets of a table that is set as cards on a small screen.
function tableOf(columns, rows, caption, isSelected) {
  const cell = (row, column, place) =>
    element(
      place ? "td" : "th",
      {
        scope: place ? null : "row",
        role: place ? "cell" : "rowheader",
        "data-column": column.label,
        class: column.narrow ? "narrow" : null,
      },
      column.cell(row),
    );
  const body = rows.map((row) =>
    element(
      "tr",
      { role: "row", "aria-current": isSelected(row) ? "true" : null },
      columns.map((column, place) => cell(row, column, place)),
    ),
  );
  return element(
    "table",
    { role: "table" },
    element("caption", {}, caption),
    element(
      "thead",
      { role: "rowgroup" },
      element(
        "tr",
        { role: "row" },
        columns.map((column) => heading(column, columns)),
      ),
    ),
    element("tbody", { role: "rowgroup" }, body),
  );
}

// Those with a statement that passes; the others too, if they are asked for.
function namesShown() {
  const shown = entities.filter((entity) => entity.statements.some((statement) => passes.has(statement)));
  const out = entities.length - shown.length;
  const without = `${counted(out, "name")} without a statement${filtering().length ? " that passes the filters" : ""}`;
  if (!out) return { every: shown, note: "" };
  return state.has("every")
    ? {
        every: entities,
        note: ["; among them ", without, " (", element("a", { href: "#every=" }, "leave them out"), ")"],
      }
    : { every: shown, note: ["; left out: ", without, " (", element("a", { href: "#every=1" }, "show them too"), ")"] };
}

function statementsTabled() {
  const out = statements.length - passing.statements.length;
  return { every: passing.statements, note: out ? `; ${number(out)} filtered out` : "" };
}

const ROWS = {
  statements: {
    columns: OF_STATEMENTS,
    all: statements,
    one: "statement",
    shown: statementsTabled,
    isSelected: (row) => state.getAll("statement").includes(row.id),
    order: "the most often told first",
  },
  names: {
    columns: OF_NAMES,
    all: entities,
    one: "name",
    shown: namesShown,
    isSelected: (row) => state.get("entity") === row.id,
    order: "the most important first",
  },
};

function showTable() {
  const which = state.get("rows") === "names" ? "names" : "statements";
  const { columns, all, one, shown, isSelected, order } = ROWS[which];
  const { every, note } = shown();
  const { rows, pager } = paged(sortedNow(every, columns), ROWS_AT_ONCE, isSelected);
  const choice = (key, text) =>
    element(
      "a",
      {
        href: `#${new URLSearchParams({ rows: key === "names" ? key : "", sort: "", page: "" })}`,
        "aria-current": key === which ? "true" : null,
        "data-focus": `rows ${key}`,
      },
      text,
    );
  const caption = [
    `${number(every.length)} of ${counted(all.length, one)}${sorting(columns) ? "" : `, ${order}`}`,
    note,
    ".",
  ];
  fill(byId("view_table_"), [
    element(
      "div",
      { class: "above" },
      element(
        "nav",
        { class: "choices", "aria-label": "Rows of the table" },
        choice("statements", "Statements"),
        choice("names", "Names"),
      ),
      pager(),
    ),
    every.length
      ? element(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": `Table of ${one}s` },
          tableOf(columns, rows, caption, isSelected),
        )
      : element(
          "p",
          { class: "empty" },
          `Nothing passes the filters: all ${counted(all.length, one)} are filtered out. Reset some of them.`,
          which === "names" ? note : "",
        ),
    pager(),
  ]);
}
