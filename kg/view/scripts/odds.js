// Where the articles disagree, and what changed: both sides with their sentences, as `kg.pages` writes them.
let everyOdds = null;

const readOdds = () => (everyOdds ??= JSON.parse(byId("data_odds").textContent).map((one) => ({ ...one, statements: one.statements.map((n) => statements[n]) })));
const shownOdds = () => readOdds().filter((one) => one.statements.some((statement) => passes.has(statement)));

function oddsPart(one) {
  const who = [...new Set(one.statements.flatMap(ends))];
  const place = new URLSearchParams([["view", "network"], ...who.map((entity) => ["around", entity.id])]);
  const sides = one.sides.map((side) => written(side));
  for (const side of sides) side.querySelector("details").open = true;
  return element("section", { class: "odds" },
    element("h3", {}, one.heading),
    element("ul", { class: "lines sides" }, sides),
    element("p", { class: "about" }, element("a", { href: `#${place}` }, "Show in the network"), ": ", who.map((entity, at) => [at ? ", " : "", linkTo(entity)])));
}

function showOdds() {
  const shown = shownOdds();
  const out = readOdds().length - shown.length;
  const part = (is, title, none) => {
    const those = shown.filter((one) => one.is === is);
    return [element("h2", {}, `${title}: ${number(those.length)}`), those.length ? those.map(oddsPart) : element("p", { class: "empty" }, none)];
  };
  fill(byId("view_odds_"), [
    out ? element("p", { class: "told" }, `${number(out)} filtered out.`) : "",
    part("conflict", "Disagreements", out ? "None that passes the filters." : "No statement disagrees with another."),
    part("change", "Changes", out ? "None that passes the filters." : "Nothing is one thing at one time and another later."),
  ]);
}
