// What is shown, as files.
const CSV_COLUMNS = {
  subject: (one) => (one.subject ? participant(one.subject) : ""),
  relation: (one) => one.relation.label,
  object: (one) => (one.object ? participant(one.object) : ""),
  details: detailsOf,
  when: (one) => one.when || one.first,
  status: (one) => one.status,
  articles: (one) => one.documents,
  independent_sources: (one) => one.sources,
  speakers: (one) =>
    [...new Set(one.claims.flatMap((claim) => claim.speakers.map((speaker) => speaker.label)))].join("; "),
  sentences: (one) => one.claims.length,
  statement: (one) => `${data.base}statement/${one.id}`,
};
const RUN_BY_SPREADSHEETS = /^[=+\-@\t\r＝＋－＠]/;

function cell(value) {
  const text = typeof value === "string" && RUN_BY_SPREADSHEETS.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = (those) =>
  [Object.keys(CSV_COLUMNS), ...those.map((one) => Object.values(CSV_COLUMNS).map((column) => column(one)))]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");

const byWeight = (those) => [...new Set(those)].sort((a, b) => a.n - b.n);

function shownHere() {
  if (view() === "odds")
    return { what: "what is at odds", those: byWeight(shownOdds().flatMap((one) => one.statements)) };
  if (view() === "table" || view() === "timeline")
    return { what: "all that passes the filters", those: passing.statements };
  return { what: "what is drawn", those: byWeight(current.links.flatMap((link) => link.statements)) };
}

function showDownloads() {
  const { what, those } = shownHere();
  const isDrawn = drawing && current.entities.length && !byId("view_network_").hidden;
  fill(
    byId("downloads_"),
    those.length
      ? [
          element("span", {}, `Download ${what}, ${counted(those.length, "statement")}:`),
          button("Turtle", () => offer("graph.ttl", "text/turtle", turtle(those)), { "data-focus": "turtle" }),
          button("CSV", () => offer("statements.csv", "text/csv", csv(those)), { "data-focus": "csv" }),
          isDrawn
            ? button("PNG", async () => offer("graph.png", "image/png", await png(drawing, current)), {
                "data-focus": "png",
              })
            : "",
          isDrawn
            ? button("SVG", () => offer("graph.svg", "image/svg+xml", svg(drawing, current)), { "data-focus": "svg" })
            : "",
        ]
      : [],
  );
}
