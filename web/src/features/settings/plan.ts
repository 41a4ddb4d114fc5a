/** Annual targets: what was typed, and whether the units' add up to the city's. */
import type { Indicator, Plan, Unit } from "@/api/contract";
import { compare, subtract, sum } from "@/lib/decimal";
import { typedYuan } from "@/lib/typed";

/** What was typed as the plan's value: 亿元 become yuan, counts stay whole; null if it is neither. */
export function planValue(typed: string, unit: Indicator["unit"]): string | null {
  const text = typed.trim();
  if (unit === "CNY") return typedYuan(text, 8);
  return /^\d{1,9}$/.test(text) ? text : null;
}

/** What the units directly below the city add up to, the city's target, and what is missing (or too much). */
export interface Gap { indicator: string; units: string; city: string; off: string }

/** The indicators whose targets do not add up; one that the city or all units leave unset is none of them. */
export function planGaps(plans: readonly Pick<Plan, "unit" | "indicator" | "value">[], units: readonly Pick<Unit, "code" | "parent_code">[], city: string): Gap[] {
  const below = new Set(units.filter((unit) => unit.parent_code === city).map((unit) => unit.code));
  return [...new Set(plans.map((plan) => plan.indicator))].flatMap((indicator) => {
    const whole = plans.find((plan) => plan.indicator === indicator && plan.unit.code === city);
    const parts = plans.filter((plan) => plan.indicator === indicator && below.has(plan.unit.code));
    if (!whole || parts.length === 0) return [];
    const [total, target] = [sum(parts.map((plan) => String(plan.value))), String(whole.value)];
    return compare(total, target) === 0 ? [] : [{ indicator, units: total, city: target, off: subtract(target, total) }];
  });
}
