import { describe, expect, it } from "vitest";
import { BOX, layersOf, place } from "./layers";

const node = (id: string, ...downstream: string[]) => ({ id, parent_id: null, downstream });
const names = (layers: { id: string }[][]) => layers.map((layer) => layer.map((each) => each.id).join());

describe("the layers of a chain", () => {
  it("run from upstream to downstream", () => {
    expect(names(layersOf([node("use"), node("make", "use"), node("ore", "make")]))).toEqual(["ore", "make", "use"]);
  });
  it("put a node below the lowest that flows into it", () => {
    expect(names(layersOf([node("a", "b", "c"), node("b", "c"), node("c")]))).toEqual(["a", "b", "c"]);
  });
  it("keep what is not linked in the first layer", () => {
    expect(names(layersOf([node("alone"), node("a", "b"), node("b")]))).toEqual(["alone,a", "b"]);
  });
  it("end where nodes flow in a circle, and hold every node once", () => {
    const layers = layersOf([node("a", "b"), node("b", "c"), node("c", "a"), node("d", "d")]);
    expect(layers.flat().map((each) => each.id).sort()).toEqual(["a", "b", "c", "d"]);
  });
  it("stand a node beside the one that flows into it", () => {
    expect(names(layersOf([node("a", "x"), node("b", "y"), node("y"), node("x")]))[1]).toBe("x,y");
  });
});

describe("the boxes", () => {
  it("do not overlap, and arrows go from right to left edges", () => {
    const { boxes, arrows, width, height } = place(layersOf([node("a", "c"), node("b", "c"), node("c")]));
    expect(boxes.map((box) => box.x)).toEqual([BOX.edge, BOX.edge, BOX.edge + BOX.width + BOX.across]);
    expect((boxes[1]?.y ?? 0) - (boxes[0]?.y ?? 0)).toBeGreaterThanOrEqual(BOX.height);
    expect(arrows).toHaveLength(2);
    expect(arrows[0]?.from.x).toBe(BOX.edge + BOX.width);
    expect(boxes.every((box) => box.x + BOX.width < width && box.y + BOX.height < height)).toBe(true);
  });
});
