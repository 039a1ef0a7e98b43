// The drawing as a file: SVG with lines and words that a program can take apart, and PNG of the same, twice as fine.
const ARROWHEAD = [
  [0, 0],
  [-1, 0.3],
  [-0.9, 0],
  [-1, -0.3],
]; // as vis-network draws it, in units of its length
const BORDER = 24;
const FINENESS = 2;
const PIXELS_MOST = 8000; // on a side: more is too much for some browsers

const inXml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const tag = (name, attributes, inside = "") =>
  `<${name}${Object.entries(attributes)
    .filter(([, held]) => held !== "" && held !== null)
    .map(([key, held]) => ` ${key}="${inXml(String(held))}"`)
    .join("")}>${inside}</${name}>`;

function lettering(lines, box, size, fill, weight = "") {
  const middle = (box.left + box.right) / 2;
  const first = (box.top + box.bottom) / 2 - ((lines.length - 1) / 2) * size * LEADING;
  return lines
    .map((line, place) =>
      tag(
        "text",
        {
          x: middle,
          y: first + place * size * LEADING,
          "font-size": size,
          fill,
          "text-anchor": "middle",
          "dominant-baseline": "central",
          "font-weight": weight,
        },
        inXml(line),
      ),
    )
    .join("");
}

// From middle to middle, as the library has it: the entities are drawn over the ends.
function lineSvg(link, drawing) {
  const { options, edgeType } = drawing.network.body.edges[link.key];
  const { from, to } = edgeType;
  const via = edgeType.getViaNode();
  const course = via ? `Q${via.x} ${via.y} ${to.x} ${to.y}` : `L${to.x} ${to.y}`;
  const title = tag("title", {}, inXml(`${link.statements.map(words).join("; ")} (${link.status})`));
  return tag(
    "path",
    {
      class: "line",
      d: `M${from.x} ${from.y}${course}`,
      fill: "none",
      stroke: colour(link.status.toLowerCase()),
      "stroke-width": options.width,
      "stroke-dasharray": (statuses.get(link.status).dashes || []).join(" "),
    },
    title,
  );
}

function arrowSvg(link, drawing) {
  const edge = drawing.network.body.edges[link.key];
  const { point, angle, length } = edge.edgeType.getArrowData(
    pen,
    "to",
    edge.edgeType.getViaNode(),
    false,
    false,
    edge.getFormattingValues(),
  );
  const corner = ([along, across]) =>
    `${point.x + length * (along * Math.cos(angle) - across * Math.sin(angle))},${point.y + length * (along * Math.sin(angle) + across * Math.cos(angle))}`;
  const head = tag("polygon", { points: ARROWHEAD.map(corner).join(" "), fill: colour(link.status.toLowerCase()) });
  const strike = ([start, end]) =>
    tag("path", { d: `M${start.x} ${start.y}L${end.x} ${end.y}`, stroke: colour("denied"), "stroke-width": 2 });
  return head + (link.status === "Denied" ? strokesAcross(edge.edgeType).map(strike).join("") : "");
}

function nodeSvg(entity, drawing) {
  const box = nodeBox(drawing.network, entity.key);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const group = entity.kind.group.toLowerCase();
  const { shape, shapeProperties } = groups.get(entity.kind.group).look;
  const paint = {
    fill: colour(group),
    stroke: colour(`${group}-line`),
    "stroke-width": 2,
    "stroke-dasharray": (shapeProperties.borderDashes || []).join(" "),
  };
  const outline =
    shape === "ellipse"
      ? tag("ellipse", { cx: box.left + width / 2, cy: box.top + height / 2, rx: width / 2, ry: height / 2, ...paint })
      : tag("rect", {
          x: box.left,
          y: box.top,
          width,
          height,
          rx: Math.min(shapeProperties.borderRadius, height / 2),
          ...paint,
        });
  return outline + lettering(entity.line.split("\n"), box, data.options.nodes.font.size, colour("ink"));
}

function svg(drawing, picture) {
  const boxes = [
    ...picture.entities.map((entity) => nodeBox(drawing.network, entity.key)),
    ...drawing.labels.all.map(({ box }) => box),
  ];
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])) - BORDER);
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])) + BORDER);
  const size = data.options.edges.font.size;
  const ground = (box) =>
    tag("rect", {
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
      fill: colour("page"),
    });
  const labels = drawing.labels.all.map(
    ({ link, lines, box }) => ground(box) + lettering(lines, box, size, colour(link.status.toLowerCase())),
  );
  return tag(
    "svg",
    {
      xmlns: SVG,
      viewBox: `${left} ${top} ${right - left} ${bottom - top}`,
      width: right - left,
      height: bottom - top,
      "font-family": FONT,
    },
    [
      tag("title", {}, inXml(document.title)),
      ground({ left, top, right, bottom }),
      ...picture.links.map((link) => lineSvg(link, drawing)),
      ...picture.entities.map((entity) => nodeSvg(entity, drawing)),
      ...picture.links.map((link) => arrowSvg(link, drawing)),
      ...labels,
    ].join(""),
  );
}

async function png(drawing, picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg(drawing, picture))}`;
  await image.decode();
  const scale = Math.min(FINENESS, PIXELS_MOST / image.width, PIXELS_MOST / image.height);
  const copy = element("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  copy.getContext("2d").drawImage(image, 0, 0, copy.width, copy.height);
  return new Promise((done) => copy.toBlob(done, "image/png"));
}
