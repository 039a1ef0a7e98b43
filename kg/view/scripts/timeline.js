// What has a date, in the order of time; of the selected entity alone, if one is.
const ENTRIES_AT_ONCE = 200;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const NO_YEAR = "Year not known";
const DAY = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

// How finely it is known when: by the detail that tells it, for `first` is always a day.
function dayOf(statement) {
  const told = statement.details
    .filter(({ term, value: held }) => TIMES.has(term.name) && !isEntity(held))
    .map(({ value: held }) => held.text);
  return told.filter((text) => DAY.test(text)).sort()[0] ?? statement.first;
}

function inWords(day) {
  const [, year, month, date] = DAY.exec(day);
  return [date && Number(date), month && MONTHS[Number(month) - 1].slice(0, 3), year].filter(Boolean).join(" ");
}

// By year, and in each by month; what is known by its year alone stands before its months.
function calendar(dated) {
  const years = new Map();
  for (const { statement, day } of dated) {
    const [, year, month] = DAY.exec(day) ?? [day, NO_YEAR];
    if (!years.has(year)) years.set(year, new Map());
    const name = month ? `${MONTHS[Number(month) - 1]} ${year}` : "";
    years.get(year).set(name, [...(years.get(year).get(name) ?? []), { statement, day }]);
  }
  return years;
}

function entryOf({ statement, day }) {
  const rest = detailsOf(statement);
  const sources = plainLink({ statement: statement.id }, sourcesOf(statement), {
    class: "sources",
    "aria-label": `${sourcesOf(statement)}: statement “${words(statement)}”`,
  });
  return element(
    "li",
    { "aria-current": isSelectedStatement(statement) ? "true" : null },
    element("span", { class: "when" }, statement.when || inWords(day)),
    element(
      "span",
      { class: "what" },
      saying(statement),
      rest && element("small", { dir: "auto" }, ` (${rest})`),
      " ",
      statusBadge(statement.status),
      " ",
      focusable(sources, "entry", statement.id),
    ),
  );
}

const isSelectedStatement = (statement) => state.getAll("statement").includes(statement.id);

function toldOfTime(dated, without, entity) {
  const of = entity && [
    "; only those of ",
    element("b", { dir: "auto" }, entity.label),
    " are shown: ",
    element("a", { href: "#whole=1" }, "show all"),
  ];
  const back = state.has("whole") &&
    known("entity").length && [
      "; ",
      element("a", { href: "#whole=" }, "only those of ", element("b", { dir: "auto" }, known("entity")[0].label)),
    ];
  const rest = without && [
    ". ",
    `${counted(without, "statement")} without a date ${without === 1 ? "is" : "are"} left out; `,
    element("a", { href: "#view=table" }, without === 1 ? "the table has it" : "the table has them"),
  ];
  return element(
    "p",
    { class: "told" },
    counted(dated, "statement"),
    " with a date of ",
    dated === 1 ? "its" : "their",
    " own",
    of,
    back,
    rest,
    ".",
  );
}

function showTimeline() {
  const [entity] = state.has("whole") ? [] : known("entity");
  const about = entity
    ? passing.statements.filter((statement) => ends(statement).includes(entity))
    : passing.statements;
  const dated = about
    .map((statement) => ({ statement, day: dayOf(statement) }))
    .filter(({ statement, day }) => day || statement.when);
  dated.sort(
    (a, b) => !a.day - !b.day || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || a.statement.n - b.statement.n,
  );
  const { rows, pager } = paged(dated, ENTRIES_AT_ONCE, ({ statement }) => isSelectedStatement(statement));
  const list = (entries) => element("ol", { class: "timeline" }, entries.map(entryOf));
  fill(byId("view_timeline_"), [
    element("div", { class: "above" }, toldOfTime(dated.length, about.length - dated.length, entity), pager()),
    [...calendar(rows)].map(([year, months]) => [
      element("h2", {}, year),
      [...months].map(([month, entries]) => [month && element("h3", {}, month), list(entries)]),
    ]),
    dated.length
      ? ""
      : element(
          "p",
          { class: "empty" },
          statements.length && !passing.statements.length
            ? "Nothing passes the filters. Reset some of them."
            : "Nothing that passes the filters has a date of its own.",
        ),
    pager(),
  ]);
}
