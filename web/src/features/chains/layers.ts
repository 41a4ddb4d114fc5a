/** Where the nodes of a chain stand in its graph: layers from upstream to downstream, and boxes on a plane. */

/** What the layers need of a node. */
export interface Linked { id: string; parent_id: string | null; downstream: readonly string[] }

/**
 * The layers, upstream first. A node stands one layer below the lowest that flows into it; a circle of nodes
 * is cut where it would close. Inside a layer, nodes stand near the middle of those that flow into them.
 */
export function layersOf<T extends Linked>(nodes: readonly T[]): T[][] {
  const by_id = new Map(nodes.map((node) => [node.id, node]));
  const into = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const to of node.downstream) if (to !== node.id) into.get(to)?.push(node.id);
  const depth = new Map<string, number>();
  const walk = (id: string, path: ReadonlySet<string>): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const further = new Set(path).add(id);
    const sources = (into.get(id) ?? []).filter((source) => !further.has(source));
    const found = sources.length === 0 ? 0 : 1 + Math.max(...sources.map((source) => walk(source, further)));
    depth.set(id, found);
    return found;
  };
  for (const node of nodes) walk(node.id, new Set());
  const layers: T[][] = [];
  for (const node of nodes) (layers[depth.get(node.id) ?? 0] ??= []).push(node);
  const rows = new Map<string, number>();
  for (const [at, layer] of layers.entries()) {
    const middle = (node: T) => {
      const above = (into.get(node.id) ?? []).flatMap((source) => rows.get(source) ?? []);
      return above.length === 0 ? null : above.reduce((sum, each) => sum + each, 0) / above.length;
    };
    if (at > 0) {
      const order = new Map(layer.map((node, index) => [node.id, middle(node) ?? index]));
      layer.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    }
    for (const [row, node] of layer.entries()) rows.set(node.id, row);
  }
  return layers.filter((layer) => layer.some((node) => by_id.has(node.id)));
}

/** A node's box, and the arrows between boxes. */
export interface Placed<T> { node: T; x: number; y: number }
export interface Arrow { key: string; from: { x: number; y: number }; to: { x: number; y: number } }

/** The sizes of the drawing, in pixels. */
export const BOX = { width: 152, height: 52, across: 64, down: 16, edge: 8 };

/** Boxes in columns from left to right, each column in the middle of the drawing's height. */
export function place<T extends Linked>(layers: readonly T[][]): { boxes: Placed<T>[]; arrows: Arrow[]; width: number; height: number } {
  const most = Math.max(1, ...layers.map((layer) => layer.length));
  const tall = (count: number) => count * BOX.height + (count - 1) * BOX.down;
  const height = tall(most) + 2 * BOX.edge;
  const boxes = layers.flatMap((layer, column) =>
    layer.map((node, row) => ({
      node,
      x: BOX.edge + column * (BOX.width + BOX.across),
      y: (height - tall(layer.length)) / 2 + row * (BOX.height + BOX.down),
    })),
  );
  const at = new Map(boxes.map((box) => [box.node.id, box]));
  const arrows = boxes.flatMap(({ node, x, y }) =>
    node.downstream.flatMap((id) => {
      const to = at.get(id);
      if (!to || id === node.id) return [];
      return [{ key: `${node.id}-${id}`, from: { x: x + BOX.width, y: y + BOX.height / 2 }, to: { x: to.x, y: to.y + BOX.height / 2 } }];
    }),
  );
  return { boxes, arrows, width: Math.max(1, layers.length) * (BOX.width + BOX.across) - BOX.across + 2 * BOX.edge, height };
}
