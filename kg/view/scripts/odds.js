// Where the articles disagree, and what changed: both sides with their sentences, as `kg.pages` writes them.
const ODDS_AT_ONCE = 50;
let everyOdds = null;

const readOdds = () =>
  (everyOdds ??= JSON.parse(byId("data_odds").textContent).map((one) => ({
    ...one,
    statements: one.statements.map((n) => statements[n]),
  })));
const shownOdds = () => readOdds().filter((one) => one.statements.some((statement) => passes.has(statement)));

const KINDS_OF_ODDS = [
  {
    is: "conflict",
    title: "Disagreements",
    none: "No statement disagrees with another.",
    about: "What cannot all be true as it stands.",
  },
  {
    is: "change",
    title: "Changes",
    none: "Nothing is one thing at one time and another later.",
    about: "What was one thing at one time and another later.",
  },
];

function oddsPart(one) {
  const who = [...new Set(one.statements.flatMap(ends))];
  const sides = one.sides.map((side) => written(side));
  for (const side of sides) side.querySelector("details").open = true;
  return element(
    "section",
    { class: "odds", "aria-current": one.statements.some(isSelectedStatement) ? "true" : null },
    element("h3", {}, one.heading),
    element("ul", { class: "lines sides" }, sides),
    element(
      "p",
      { class: "about" },
      showInNetwork(who, "Show in the network", {
        "aria-label": `Show in the network: ${one.heading}, ${who.map((entity) => entity.label).join(", ")}`,
      }),
      ": ",
      who.map((entity, at) => [at ? ", " : "", linkTo(entity)]),
    ),
  );
}

function showOdds() {
  const shown = shownOdds();
  const out = readOdds().length - shown.length;
  const { rows, pager } = paged(shown, ODDS_AT_ONCE, (one) => one.statements.some(isSelectedStatement));
  const part = ({ is, title, none, about }) => {
    const count = shown.filter((one) => one.is === is).length;
    const those = rows.filter((one) => one.is === is);
    if (count && !those.length) return ""; // on another page
    const isFiltered = readOdds().some((one) => one.is === is);
    return [
      element("h2", {}, `${title}: ${number(count)}`),
      count
        ? [element("p", { class: "told" }, about), those.map(oddsPart)]
        : element("p", { class: "empty" }, isFiltered ? "None passes the filters. Reset some of them." : none),
    ];
  };
  fill(byId("view_odds_"), [
    element(
      "div",
      { class: "above" },
      out ? element("p", { class: "told" }, `${number(out)} filtered out.`) : "",
      pager(),
    ),
    KINDS_OF_ODDS.map(part),
    pager(),
  ]);
}
