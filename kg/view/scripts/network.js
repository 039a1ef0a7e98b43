// The drawing, by vis-network.
const RELATION_WIDTH = 22; // characters
const LINES_MOST = 3;
const WIDTH_MOST = 6;
const BADGE = 9;

const cut = (text) => (text.length <= RELATION_WIDTH ? text : `${text.slice(0, RELATION_WIDTH - 1).trimEnd()}…`);

function edgeLabel(link) {
  const lines = [...new Set(link.statements.map(relationOf))].map(cut);
  const most = lines.length === LINES_MOST ? LINES_MOST : LINES_MOST - 1;
  return [...lines.slice(0, most), ...(lines.length > most ? [`+ ${lines.length - most} more`] : [])].join("\n");
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const animated = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

function node(entity, place) {
  const group = entity.kind.group.toLowerCase();
  const still = { background: colour(group), border: colour(`${group}-line`) };
  const active = { background: colour(group), border: colour("ink") };
  return {
    id: entity.key,
    label: entity.line,
    ...groups.get(entity.kind.group).look,
    group: undefined,
    ...place,
    title: nodeTitle(entity),
    color: { ...still, highlight: active, hover: active },
    font: { color: colour("ink"), face: FONT },
  };
}

const nodeTitle = (entity) =>
  element(
    "div",
    {},
    element("b", { dir: "auto" }, entity.label),
    element(
      "div",
      {},
      `${entity.kind.label}${entity.named ? "" : ", without a name"}, ${counted(entity.statements.length, "statement")}`,
    ),
  );

function edgeTitle(link) {
  const lines = link.statements.slice(0, 3).map((statement) => element("div", { dir: "auto" }, words(statement)));
  const more = link.statements.length > 3 && `and ${link.statements.length - 3} more`;
  return element(
    "div",
    {},
    lines,
    more || null,
    element(
      "small",
      {},
      `${link.status}, ${counted(
        link.statements.reduce((sum, one) => sum + one.claims.length, 0),
        "sentence",
      )}: select the line to read`,
    ),
  );
}

const bent = new Map(data.start.edges.map((edge) => [`${edge.from} ${edge.to} ${edge.status}`, edge.smooth]));

// Lines between the same two fan out.
function fan(link, place, count, isStart) {
  if (isStart && bent.has(link.key)) return bent.get(link.key);
  const bend = (place - (count - 1) / 2) * 0.3 * (link.subject.id < link.object.id ? 1 : -1);
  return bend
    ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) }
    : { enabled: false };
}

function edges(links, isStart) {
  const pairs = new Map();
  const pair = (link) => [link.subject.id, link.object.id].sort().join(" ");
  for (const link of links) pairs.set(pair(link), [...(pairs.get(pair(link)) ?? []), link]);
  return links.map((link) => {
    const line = colour(link.status.toLowerCase());
    const beside = pairs.get(pair(link));
    const sources = Math.max(...link.statements.map((statement) => statement.sources));
    return {
      id: link.key,
      from: link.subject.key,
      to: link.object.key,
      title: edgeTitle(link),
      dashes: statuses.get(link.status).dashes,
      width: link.status === "Tentative" ? 1 : Math.min(0.5 + sources, WIDTH_MOST),
      smooth: fan(link, beside.indexOf(link), beside.length, isStart),
      color: { color: line, highlight: line, hover: line },
    };
  });
}

class Drawing {
  constructor() {
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.shown = null;
    this.network = new vis.Network(byId("canvas_"), { nodes: this.nodes, edges: this.edges }, data.options);
    window.network = this.network; // for whoever drives the page by a script
    window.network.labels = () => this.labels.all.map(({ box }) => box);
    this.labels = new Labels(this.network);
    this.network.on("afterDrawing", (context) => {
      this.strikes(context);
      this.labels.draw(context);
      this.badges(context);
    });
    this.network.on("dragEnd", ({ nodes }) => {
      if (nodes.length) {
        this.labels.arrange(this.picture.links);
        this.network.redraw();
      }
    });
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", ({ nodes: [key] }) => key && go(toggled(entityByKey.get(key))));
    // What is selected stays in sight when the panel takes room from the drawing.
    this.network.on("resize", () => this.picture && this.select());
    // Without Ctrl the wheel scrolls the page, as everywhere else.
    byId("canvas_").addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
    // Paper is light whatever the screen is; it is printed at once, so that there is no time to wait for the next frame.
    for (const media of ["(prefers-color-scheme: dark)", "print"])
      matchMedia(media).addEventListener("change", () => {
        this.shown = null;
        show();
        this.network.redraw();
      });
  }

  show(picture) {
    const key = JSON.stringify([
      picture.entities.map((entity) => entity.n),
      picture.links.map((link) => [link.key, link.statements.length]),
    ]);
    if (key !== this.shown) {
      const isStart = picture.base.every((entity) => beforehand.has(entity));
      const places = placed(picture);
      this.picture = picture;
      this.update(
        this.nodes,
        picture.entities.map((entity) => node(entity, places.get(entity))),
      );
      this.update(this.edges, edges(picture.links, isStart));
      this.labels.arrange(picture.links);
      const base = JSON.stringify(picture.base.map((entity) => entity.n));
      if (base !== this.base) this.fit();
      [this.shown, this.base] = [key, base];
    }
    this.select();
  }

  update(set, rows) {
    const wanted = new Set(rows.map((row) => row.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(rows);
  }

  // Only what the library has: it may find in the middle of a change that there is another size to be drawn in.
  select() {
    const { nodes: drawn, edges: joined } = this.network.body;
    const said = new Set(state.getAll("statement").map((id) => statementById.get(id)));
    const lines = this.picture.links.filter((link) => joined[link.key] && link.statements.some((one) => said.has(one)));
    const nodes = known("entity")
      .map((entity) => entity.key)
      .filter((key) => Object.hasOwn(drawn, key));
    this.network.setSelection({ nodes, edges: lines.map((link) => link.key) }, { highlightEdges: false });
    this.reveal(nodes.length ? nodes : lines.flatMap((link) => [link.subject.key, link.object.key]));
  }

  // Moves only where something is out of sight.
  reveal(keys) {
    const { clientWidth, clientHeight } = byId("canvas_");
    const isOut = (key) => {
      const { x, y } = this.network.canvasToDOM(this.network.getPosition(key));
      return x < 40 || y < 30 || x > clientWidth - 40 || y > clientHeight - 30;
    };
    if (keys.some(isOut))
      this.network.fit({ nodes: keys, maxZoomLevel: this.network.getScale(), animation: animated() });
  }

  // On a small screen the whole would be too small to read: begin at the most important entity instead.
  fit() {
    const [TOO_SMALL, READABLE, MARGIN] = [0.5, 0.8, 1.04];
    this.network.fit({ maxZoomLevel: 1.1 });
    this.network.moveTo({ scale: this.network.getScale() * MARGIN });
    const [first] = this.picture.base;
    if (first && this.network.getScale() < TOO_SMALL)
      this.network.focus(first.key, { scale: READABLE, animation: false });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: false });
  }

  clicked({ nodes: [key], edges: [edge], pointer }) {
    const badge = this.badgeAt(pointer.canvas);
    const link = this.labels.at(pointer.canvas) ?? this.picture.links.find((one) => one.key === edge);
    if (badge) go(toggled(badge));
    else if (key) go({ entity: entityByKey.get(key).id });
    else if (link) go({ statement: link.statements.map((one) => one.id) });
    else go(NOTHING_SELECTED);
  }

  // A sign at the corner of an entity with neighbours that are not drawn, or with some that were added.
  badgeOf(entity) {
    const sign = known("open").includes(entity) ? "−" : this.picture.hidden.get(entity) ? "+" : "";
    if (!sign || !this.network.body.nodes[entity.key]) return null;
    const box = nodeBox(this.network, entity.key);
    return { sign, x: box.right - 2, y: box.top + 2 };
  }

  badgeAt({ x, y }) {
    return this.picture.entities.find((entity) => {
      const badge = this.badgeOf(entity);
      return badge && Math.hypot(badge.x - x, badge.y - y) <= BADGE + 3;
    });
  }

  badges(context) {
    context.font = `bold 14px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const entity of this.picture?.entities ?? []) {
      const badge = this.badgeOf(entity);
      if (!badge) continue;
      context.beginPath();
      context.arc(badge.x, badge.y, BADGE, 0, 2 * Math.PI);
      context.fillStyle = colour("card");
      context.strokeStyle = colour("soft");
      context.lineWidth = 1.2;
      context.fill();
      context.stroke();
      context.fillStyle = colour("ink");
      context.fillText(badge.sign, badge.x, badge.y + 0.5);
    }
  }

  strikes(context) {
    for (const link of this.picture?.links ?? []) {
      const edgeType = this.network.body.edges[link.key]?.edgeType; // none while lines come and go
      if (link.status !== "Denied" || !edgeType) continue;
      context.strokeStyle = colour("denied");
      context.lineWidth = 2;
      for (const [start, end] of strokesAcross(edgeType)) {
        context.beginPath();
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
        context.stroke();
      }
    }
  }
}

// Where the two strokes across what is denied begin and end.
function strokesAcross(edgeType) {
  const [at, next] = [edgeType.getPoint(0.72), edgeType.getPoint(0.74)];
  const angle = Math.atan2(next.y - at.y, next.x - at.x) + Math.PI / 2.6;
  const [x, y] = [7 * Math.cos(angle), 7 * Math.sin(angle)];
  return [-3, 3].map((shift) => [
    { x: at.x + shift - x, y: at.y - y },
    { x: at.x + shift + x, y: at.y + y },
  ]);
}

// Adds the neighbours of an entity that are not drawn, or takes those away that were added.
const toggled = (entity) => ({
  entity: entity.id,
  ...(state.getAll("open").includes(entity.id) ? { open: without("open", entity) } : opened(entity)),
});
