// Finds any entity by its names: a combobox after the pattern of ARIA.
const OFFERED = 12;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Names that begin with it, then those with a word that does, then those that have it anywhere; the important first.
function found(typed) {
  const wanted = folded(typed).trim();
  if (!wanted) return [];
  const ranks = [[], [], []];
  for (const entity of entities) {
    entity.folded ??= [entity.label, ...entity.also].map(folded);
    const place = Math.min(
      ...entity.folded.map((name) =>
        name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3,
      ),
    );
    if (place < 3) ranks[place].push(entity);
  }
  return ranks.flat();
}

function searching() {
  const [field, list, told] = [byId("search_"), byId("offered_"), byId("offers_")];
  let offers = [];
  let active = -1;
  const close = () => {
    offers = [];
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const mark = (place) => {
    active = (place + offers.length) % offers.length;
    [...list.children].forEach((option, here) => option.setAttribute("aria-selected", String(here === active)));
    field.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const take = (entity) => {
    field.value = "";
    told.textContent = "";
    close();
    const start = known("from")[0];
    const isToBeDrawn = view() === "network" && !current.entities.includes(entity);
    if (start && !state.has("to") && start !== entity)
      lead({ view: null, from: start.id, to: entity.id, entity: entity.id });
    else lead({ entity: entity.id, ...(isToBeDrawn && opened(entity)) });
  };
  const offer = () => {
    const every = found(field.value);
    offers = every.slice(0, OFFERED);
    list.replaceChildren(
      ...offers.map((entity, place) =>
        element(
          "li",
          {
            id: `offer_${place}`,
            role: "option",
            "aria-selected": "false",
            onmousedown: (event) => {
              event.preventDefault();
              take(entity);
            },
          },
          element("span", { class: `swatch ${entity.kind.group}`, "aria-hidden": "true" }),
          " ",
          element("span", { dir: "auto" }, entity.label),
          " ",
          element("small", {}, `${entity.kind.label}, ${counted(entity.statements.length, "statement")}`),
        ),
      ),
    );
    told.textContent = field.value.trim()
      ? every.length
        ? `${counted(every.length, "name")}${every.length > OFFERED ? `, the first ${OFFERED} offered` : ""}`
        : "No name has that in it."
      : "";
    list.hidden = !offers.length;
    field.setAttribute("aria-expanded", String(offers.length > 0));
    field.removeAttribute("aria-activedescendant");
    active = -1;
  };
  field.addEventListener("input", offer);
  field.addEventListener("focus", offer);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      told.textContent = "";
      close();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" && offers.length) {
      event.preventDefault();
      mark(active + 1);
    } else if (event.key === "ArrowUp" && offers.length) {
      event.preventDefault();
      mark(active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && offers.length) {
      event.preventDefault();
      take(offers[Math.max(active, 0)]);
    }
  });
}
