/** The stages of a project's life, and the line of steps that a page draws from its milestones. */
import type { Step } from "@/ui/Steps";

/** The stages in their order (domain rule 2), then the three ways out. */
export const STAGES = [
  "lead", "talks", "intention", "pre_signing", "signed", "landed", "started", "completed", "in_production", "at_capacity",
  "suspended", "terminated", "withdrawn",
] as const;

const LINE = STAGES.slice(0, 10);

/** The milestones that are recognised from a form; lists have a form of their own. */
export const RECOGNISED = [
  "intended", "signed", "introduced", "landed", "started", "completed", "in_production", "at_capacity",
  "suspended", "resumed", "terminated", "withdrawn",
] as const;

/** The stage that a milestone reaches, where it has another name. */
const STAGE_OF: Record<string, string> = { intended: "intention" };

/**
 * The steps of a project. A stage is done once its milestone is recorded, or a later one is; the stage now
 * is marked, the next one is open.
 */
export function stageSteps(stage: string, milestones: readonly { kind: string; occurred_on: string }[], name: (stage: string) => string): Step[] {
  const dates = new Map(milestones.map((each) => [STAGE_OF[each.kind] ?? each.kind, each.occurred_on]));
  const reached = Math.max((LINE as readonly string[]).indexOf(stage), ...LINE.map((each, index) => (dates.has(each) ? index : -1)));
  return LINE.map((key, index) => ({
    key,
    name: name(key),
    date: dates.get(key) ?? null,
    state: index < reached ? "done" : index === reached ? "now" : index === reached + 1 ? "next" : "later",
  }));
}
