// The columns of the tables: what stands in their cells, and what puts their rows in order.
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
