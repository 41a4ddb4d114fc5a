/** The filters of a list in words, for print: read from the filters themselves, so that no page says them twice. */
import { Children, isValidElement, type ReactNode } from "react";

interface FilterProps { value?: unknown; label?: unknown; options?: readonly { value: string; label: string }[]; children?: ReactNode }

/** "Unit Zhangdian", what was searched for …, in the order of the filters; what is not set is left out. */
export function saidOf(filters: ReactNode): string[] {
  return Children.toArray(filters).flatMap((filter) => {
    if (!isValidElement<FilterProps>(filter)) return [];
    const { value, label, options, children } = filter.props;
    if (children !== undefined) return saidOf(children);
    if (typeof value !== "string" || value === "") return [];
    const chosen = options?.find((each) => each.value === value)?.label ?? value;
    return [typeof label === "string" ? `${label} ${chosen}` : chosen];
  });
}
