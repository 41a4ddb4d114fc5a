import { describe, expect, it } from "vitest";
import { stageSteps } from "./stages";

const states = (stage: string, kinds: string[]) =>
  Object.fromEntries(stageSteps(stage, kinds.map((kind) => ({ kind, occurred_on: "2023-03-01" })), (name) => name).map((step) => [step.key, step.state]));

describe("the steps of a project", () => {
  it("are done up to the stage now, with the next one open", () => {
    const found = states("landed", ["signed", "landed"]);
    expect(found).toMatchObject({ lead: "done", signed: "done", landed: "now", started: "next", completed: "later" });
  });
  it("keep what was reached when a project is suspended", () => {
    expect(states("suspended", ["signed", "started"])).toMatchObject({ signed: "done", started: "now", completed: "next" });
  });
  it("know that a recognised intention is the stage of intention", () => {
    expect(states("intention", ["intended"])).toMatchObject({ intention: "now", pre_signing: "next" });
  });
  it("date only what was recognised", () => {
    const steps = stageSteps("signed", [{ kind: "signed", occurred_on: "2023-03-01" }], (name) => name);
    expect(steps.filter((step) => step.date).map((step) => step.key)).toEqual(["signed"]);
  });
});
