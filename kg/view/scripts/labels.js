// The words on the lines. vis-network puts them all in the middle; here each slides along its line to where it covers
// no name and no other words, as far as there is such a place.
const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73];
const LEADING = 1.15;

const shared = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

class Labels {
  constructor(network) {
    this.network = network;
    this.all = [];
  }

  // Where each stands: { link, lines, box }. Short lines choose first, for they have the least room.
  arrange(links) {
    const size = data.options.edges.font.size;
    const taken = this.network.body.nodeIndices.map((key) => nodeBox(this.network, key));
    const length = (link) => {
      const [a, b] = [link.subject, link.object].map((end) => this.network.getPosition(end.key));
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    this.all = [...links]
      .sort((a, b) => length(a) - length(b))
      .map((link) => {
        const text = edgeLabel(link);
        const extent = room(text, size);
        const { edgeType } = this.network.body.edges[link.key];
        const boxes = ALONG.map((share) => boxAt(edgeType.getPoint(share), extent));
        const costs = boxes.map((box) => taken.reduce((sum, other) => sum + shared(box, other), 0));
        const box = boxes[costs.indexOf(Math.min(...costs))];
        taken.push(box);
        return { link, lines: text.split("\n"), box };
      });
  }

  at({ x, y }) {
    return this.all.find(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)?.link;
  }

  draw(context) {
    const size = data.options.edges.font.size;
    const selected = new Set(this.network.getSelectedEdges());
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { link, lines, box } of this.all) {
      context.fillStyle = colour("page");
      context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      context.fillStyle = colour(link.status.toLowerCase());
      context.font = `${selected.has(link.key) ? "bold " : ""}${size}px ${FONT}`;
      const middle = (box.left + box.right) / 2;
      lines.forEach((line, place) => context.fillText(line, middle, box.top + (place + 0.5) * size * LEADING));
    }
  }
}

// vis-network adds the radius of a box's corners to its bounding box on all sides.
function nodeBox(network, key) {
  const { left, right, top, bottom } = network.getBoundingBox(key);
  const margin = network.body.nodes[key].options.shapeProperties.borderRadius;
  return { left: left + margin, right: right - margin, top: top + margin, bottom: bottom - margin };
}
