/** Fields that find their choices on the server while one types: projects, companies, divisions. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useText } from "@/locales";
import { orgs, work } from "./calls";

/** One choice. */
export interface Choice { value: string; label: string }
/** What every such field takes. */
export interface Props { id?: string; value?: string; onChange?: (value: string) => void; placeholder?: string; disabled?: boolean; allowClear?: boolean; "aria-label"?: string }
type Found<T> = { name: string; find: (q: string) => Promise<T[]>; get: (value: string) => Promise<T | undefined>; label: (found: T) => Choice };

/** A field that asks the server while one types; `get` names what was chosen before. */
export function Remote<T>({ name, find, get, label, ...field }: Props & Found<T>) {
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({ queryKey: ["choice", name, q], queryFn: async () => (await find(q)).map(label), staleTime: 60_000 });
  const options = data ?? [];
  // What was chosen before (in a draft, in the record) is named too, not shown as its id.
  const listed = options.some((each) => each.value === field.value);
  const chosen = useQuery({
    queryKey: ["chosen", name, field.value],
    queryFn: async () => {
      const found = await get(field.value ?? "");
      return found ? label(found) : null;
    },
    enabled: Boolean(field.value) && data !== undefined && !listed,
    staleTime: 300_000,
  });
  return (
    <Select
      {...field}
      value={field.value || undefined}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      options={chosen.data && !listed ? [chosen.data, ...options] : options}
      onChange={(value: string | undefined) => field.onChange?.(value ?? "")}
    />
  );
}

/** A project by name or code. */
export function ProjectChoice(field: Props) {
  const t = useText("funds");
  return (
    <Remote
      {...field}
      name="projects"
      placeholder={t.project_hint}
      find={async (q) => (await work.projects({ q, limit: 20 })).items}
      get={(id): Promise<{ id: string; name: string; code: string }> => work.project(id)}
      label={(each: { id: string; name: string; code: string }) => ({ value: each.id, label: `${each.name}（${each.code}）` })}
    />
  );
}

/** A company by name, alias or credit code; it gives the company's id. */
export function CompanyChoice(field: Props) {
  const t = useText("companies");
  return (
    <Remote
      {...field}
      name="companies"
      placeholder={t.find}
      find={async (q) => (await work.companies({ q, limit: 20 })).items}
      get={(id) => work.company(id)}
      label={(each) => ({ value: each.id, label: each.division ? `${each.name}（${each.division.name}）` : each.name })}
    />
  );
}

/** A division of China, or a country; it gives the code. */
export function DivisionChoice(field: Props) {
  const t = useText("companies");
  return (
    <Remote
      {...field}
      name="divisions"
      placeholder={t.division_hint}
      find={async (q) => (await orgs.divisions(q)).items}
      get={async (code) => (await orgs.divisions(code)).items.find((each) => each.code === code)}
      label={(each) => ({ value: each.code, label: `${each.full_name ?? each.name} ${each.code}` })}
    />
  );
}
