// What is shown, as files.
const CSV_COLUMNS = {
  subject: (one) => (one.subject ? participant(one.subject) : ""),
  relation: (one) => one.relation.label,
  object: (one) => (one.object ? participant(one.object) : ""),
  details: (one) => one.details.map(detail).join("; "),
  status: (one) => one.status,
  articles: (one) => one.documents,
  independent_sources: (one) => one.sources,
  speakers: (one) => [...new Set(one.claims.flatMap((claim) => claim.speakers.map((speaker) => speaker.label)))].join("; "),
  sentences: (one) => one.claims.length,
  statement: (one) => `${data.base}statement/${one.id}`,
};
const RUN_BY_SPREADSHEETS = /^[=+\-@\t\r]/;

function cell(value) {
  const text = typeof value === "string" && RUN_BY_SPREADSHEETS.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = (those) => [Object.keys(CSV_COLUMNS), ...those.map((one) => Object.values(CSV_COLUMNS).map((column) => column(one)))].map((row) => `${row.map(cell).join(",")}\r\n`).join("");

// In the network what is drawn, in the table and the timeline what passes the filters, else what is at odds.
function statementsShown() {
  if (view() === "odds") return [...new Set(shownOdds().flatMap((one) => one.statements))].sort((a, b) => a.n - b.n);
  if (view() === "table" || view() === "timeline") return passing.statements;
  return current.links.flatMap((link) => link.statements).sort((a, b) => a.n - b.n);
}

function showDownloads() {
  const those = statementsShown();
  const isDrawn = drawing && current.entities.length && !byId("view_network_").hidden;
  fill(byId("downloads_"), those.length ? [
    element("span", {}, `Download what is shown, ${counted(those.length, "statement")}:`),
    button("Turtle", () => offer("graph.ttl", "text/turtle", turtle(those)), { "data-focus": "turtle" }),
    button("CSV", () => offer("statements.csv", "text/csv", csv(those)), { "data-focus": "csv" }),
    isDrawn ? button("PNG", async () => offer("graph.png", "image/png", await png(drawing)), { "data-focus": "png" }) : "",
    isDrawn ? button("SVG", () => offer("graph.svg", "image/svg+xml", svg(drawing, current)), { "data-focus": "svg" }) : "",
  ] : []);
}
