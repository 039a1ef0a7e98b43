// Rows in the order that the address asks for, a page at a time.
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
