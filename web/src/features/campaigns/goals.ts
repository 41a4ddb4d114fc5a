/** A campaign's goals between the form and the API: money is typed in 亿元, percentages and numbers as they are. */
import type { Campaign, Goal, GoalIn } from "@/api/records";
import { group, headlineMoney, percent } from "@/lib/format";
import { asTyped, typedYuan } from "@/lib/typed";
import type { Locale } from "@/locales";

/** A goal as typed. */
export interface TypedGoal { indicator?: string; measure?: Goal["measure"]; value?: string; until_month?: string }

/** What a typed goal's value is measured in: 亿元 for money's own value, percent for growth and ratios. */
export function goalUnit(unit: string | undefined, measure: string | undefined): Goal["unit"] {
  if (measure === "yoy" || unit === "percent") return "percent";
  return unit === "CNY" ? "CNY" : "count";
}

/** What the server takes; `unitOf` names an indicator's measure. */
export function goalsIn(goals: readonly (TypedGoal | undefined)[] | undefined, unitOf: (indicator: string) => string | undefined): GoalIn[] {
  return (goals ?? []).map((goal) => {
    const typed = goal?.value?.trim().replaceAll(",", "") ?? "";
    const unit = goalUnit(unitOf(goal?.indicator ?? ""), goal?.measure);
    return { indicator: goal?.indicator ?? "", measure: goal?.measure ?? "value", until_month: goal?.until_month ?? "", value: unit === "CNY" ? (typedYuan(typed, 8) ?? typed) : typed.replace(/[%％]$/, "") };
  });
}

/** The goals of a campaign as one would type them. */
export function typedGoals(campaign: Campaign): TypedGoal[] {
  return campaign.goals.map((goal) => ({ indicator: goal.indicator, measure: goal.measure, until_month: goal.until_month, value: goal.unit === "CNY" ? asTyped(goal.value, 8) : goal.value }));
}

/** A goal's value as a headline prints it. */
export function goalText(goal: Pick<Goal, "unit" | "value">, locale: Locale): string {
  if (goal.unit === "CNY") return headlineMoney(goal.value, locale);
  return goal.unit === "percent" ? percent(goal.value) : group(goal.value);
}
