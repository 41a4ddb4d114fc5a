/** Fields that find units, divisions, campaigns and visits, for the forms of records. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useText } from "@/locales";
import { orgs } from "./calls";
import { Remote, type Choice, type Props } from "./choices";
import { outreach } from "./records";
import { useUnitOptions } from "./useUnitOptions";

interface Many { id?: string; value?: string[]; onChange?: (value: string[]) => void; placeholder?: string; disabled?: boolean }

/** A unit; it gives the code. */
export function UnitChoice({ withCity = true, ...field }: Props & { withCity?: boolean }) {
  const options = useUnitOptions(withCity);
  return <Select {...field} value={field.value || undefined} onChange={(value: string | undefined) => field.onChange?.(value ?? "")} options={options} showSearch={{ optionFilterProp: "label" }} style={{ maxWidth: 320 }} />;
}

/** Several units; the first leads. */
export function UnitsChoice(field: Many) {
  const options = useUnitOptions(true);
  return <Select {...field} mode="multiple" options={options} showSearch={{ optionFilterProp: "label" }} />;
}

/** Several divisions or countries; it gives their codes. */
export function DivisionsChoice(field: Many) {
  const t = useText("companies");
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const codes = field.value ?? [];
  const label = (each: { code: string; name: string; full_name?: string | null }): Choice => ({ value: each.code, label: each.full_name ?? each.name });
  const found = useQuery({ queryKey: ["choice", "divisions", "several", q], queryFn: async () => (await orgs.divisions(q)).items.map(label), staleTime: 60_000 });
  const chosen = useQuery({
    queryKey: ["chosen", "divisions", codes.join()],
    queryFn: async () => (await Promise.all(codes.map(async (code) => (await orgs.divisions(code)).items.find((each) => each.code === code)))).flatMap((each) => (each ? [label(each)] : [])),
    enabled: codes.length > 0,
    staleTime: 300_000,
  });
  const named = (chosen.data ?? []).filter((each) => codes.includes(each.value));
  const rest = (found.data ?? []).filter((each) => !named.some((other) => other.value === each.value));
  return <Select {...field} mode="multiple" placeholder={field.placeholder ?? t.division_hint} showSearch={{ filterOption: false, onSearch: setTyped }} loading={found.isFetching} options={[...named, ...rest]} />;
}

/** A campaign by name or code; it gives the code. */
export function CampaignChoice(field: Props) {
  const t = useText("campaigns");
  return (
    <Remote
      {...field}
      name="campaigns"
      allowClear
      placeholder={t.find}
      find={async (q) => (await outreach.campaigns({ q, limit: 20 })).items}
      get={async (code) => (await outreach.campaigns({ q: code, limit: 20 })).items.find((each) => each.code === code)}
      label={(each) => ({ value: each.code, label: `${each.name}（${each.code}）` })}
    />
  );
}
