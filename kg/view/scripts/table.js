// The equal way in: all that passes the filters as tables, a page at a time.
const ROWS_AT_ONCE = 50;
const NEIGHBOURS_NAMED = 8;
const NONE = "—";
const inEnglish = new Intl.Collator("en", { numeric: true });

// Texts are put in order once for each column; rows are then sorted by numbers. Nothing stands behind everything.
function byText(every, text) {
  let places = null;
  return (row) => {
    places ??= new Map([...new Set(every.map(text))].sort(inEnglish.compare).map((one, place) => [one, place]));
    return text(row) ? places.get(text(row)) : null;
  };
}

const endText = (held) => (held === null ? "" : participant(held));
const shownOf = (entity) => entity.statements.filter((statement) => passes.has(statement));
const nearOf = (entity) => [
  ...new Set(
    shownOf(entity)
      .filter(drawable)
      .map((statement) => otherEnd(statement, entity)),
  ),
];
const focusable = (link, ...key) => {
  link.dataset.focus = key.join(" ");
  return link;
};
const endCell = (one, side) =>
  one[side] === null && side === "object" ? NONE : focusable(linkTo(one[side]), "row", one.id, side);

// What is dated without a year stands behind the years, and what has details alone behind that.
const [LAST_DAY, BEHIND] = ["9998", "9999"];

function whenCell(one) {
  const rest = detailsOf(one);
  return [one.when, rest && element("span", { class: "rest", dir: "auto" }, one.when ? "; " : "", rest)].filter(
    Boolean,
  );
}

// A table's columns: `order` is a number or null, `most` whether one looks for the most first.
const OF_STATEMENTS = [
  {
    key: "subject",
    label: "Subject",
    order: byText(statements, (one) => endText(one.subject)),
    cell: (one) => endCell(one, "subject"),
  },
  {
    key: "relation",
    label: "Relation",
    order: byText(statements, (one) => one.relation.label),
    cell: (one) =>
      focusable(
        plainLink({ statement: one.id }, relationOf(one), {
          "aria-label": `${relationOf(one)}: statement “${words(one)}”`,
        }),
        "row",
        one.id,
      ),
  },
  {
    key: "object",
    label: "Object",
    order: byText(statements, (one) => endText(one.object)),
    cell: (one) => endCell(one, "object"),
  },
  {
    key: "when",
    label: "When, details",
    order: byText(statements, (one) => one.first || (one.when && LAST_DAY) || (detailsOf(one) && BEHIND)),
    cell: whenCell,
  },
  {
    key: "status",
    label: "Status",
    narrow: true,
    order: (one) => ORDERS.status.indexOf(one.status),
    cell: (one) => statusBadge(one.status),
  },
  {
    key: "sources",
    label: "Sources",
    most: true,
    narrow: true,
    order: (one) => one.sources,
    cell: (one) =>
      number(one.sources) + (one.sources === one.documents ? "" : ` of ${counted(one.documents, "article")}`),
  },
];
const OF_NAMES = [
  {
    key: "name",
    label: "Name",
    order: byText(entities, (one) => one.label),
    cell: (one) => focusable(linkTo(one), "row", one.id),
  },
  {
    key: "class",
    label: "Class",
    order: byText(entities, (one) => one.kind.label),
    cell: (one) => [
      element("span", { class: `swatch ${one.kind.group}`, "aria-hidden": "true" }),
      ` ${one.kind.label}`,
      one.named ? "" : ", not named",
    ],
  },
  {
    key: "statements",
    label: "Statements",
    most: true,
    narrow: true,
    order: (one) => shownOf(one).length,
    cell: (one) => number(shownOf(one).length),
  },
  { key: "neighbours", label: "Joined to", most: true, order: (one) => nearOf(one).length, cell: neighboursCell },
];

function neighboursCell(entity) {
  const near = nearOf(entity).sort((a, b) => a.n - b.n);
  const links = near.slice(0, NEIGHBOURS_NAMED).map((one, place) => [place ? ", " : "", linkTo(one)]);
  const rest = near.length - NEIGHBOURS_NAMED;
  return [
    links,
    rest > 0
      ? [
          " and ",
          plainLink({ entity: entity.id }, `${number(rest)} more`, {
            "aria-label": `${number(rest)} more that ${entity.label} is joined to`,
          }),
        ]
      : "",
  ];
}

const sorting = (columns) => {
  const wanted = state.get("sort") ?? "";
  const column = columns.find(({ key }) => key === wanted.replace(/^-/, ""));
  return column && { column, isDown: wanted.startsWith("-") };
};

// Rows stay in the order in which they come where the wanted column does not tell them apart.
function sorted(rows, columns) {
  const wanted = sorting(columns);
  if (!wanted) return rows;
  const sense = wanted.isDown ? -1 : 1;
  const ordered = rows.map((row, place) => ({ row, place, order: wanted.column.order(row) }));
  ordered.sort((a, b) => (a.order === null) - (b.order === null) || sense * (a.order - b.order) || a.place - b.place);
  return ordered.map(({ row }) => row);
}

const sortedNow = keeping([...FILTERS, "rows", "every", "sort"], sorted);

// The first press sorts, the second turns it round, the third gives back the order of weight.
function heading(column, columns) {
  const wanted = sorting(columns);
  const isSorted = wanted?.column === column;
  const steps = column.most ? [`-${column.key}`, column.key, null] : [column.key, `-${column.key}`, null];
  const next = steps[isSorted ? steps.indexOf(state.get("sort")) + 1 : 0];
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, isSorted ? (wanted.isDown ? "▼" : "▲") : "");
  const act = button([column.label, sign], () => go({ sort: next, page: 1 }), { "data-focus": `sort ${column.key}` });
  return element(
    "th",
    { scope: "col", role: "columnheader", "aria-sort": isSorted ? (wanted.isDown ? "descending" : "ascending") : null },
    act,
  );
}

// The page of rows that the address names, else that of what is selected; and the way to the others.
function paged(rows, size, isSelected) {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const wanted = Number(state.get("page")) || Math.floor(Math.max(0, rows.findIndex(isSelected)) / size) + 1;
  const here = Math.min(Math.max(1, Math.floor(wanted)), pages);
  const where = `page ${number(here)} of ${number(pages)}`;
  const step = (to, text) => {
    const isThere = to >= 1 && to <= pages;
    return button(text, () => isThere && go({ page: to }), {
      "data-focus": `page ${text}`,
      "aria-label": `${text}: ${where} is shown`,
      "aria-disabled": isThere ? null : "true",
    });
  };
  const pager = () =>
    pages > 1
      ? element(
          "nav",
          { class: "pager", "aria-label": "Pages" },
          step(here - 1, "Previous"),
          element("span", {}, `${where[0].toUpperCase()}${where.slice(1)}`),
          step(here + 1, "Next"),
        )
      : "";
  return { rows: rows.slice((here - 1) * size, here * size), pager };
}

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
