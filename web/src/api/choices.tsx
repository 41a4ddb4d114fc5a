/** Fields that find their choices on the server while one types: projects, companies, divisions. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useText } from "@/locales";
import { orgs, work } from "./calls";

interface Choice { value: string; label: string }
interface Props { id?: string; value?: string; onChange?: (value: string) => void; placeholder?: string }

function Remote({ name, find, ...field }: Props & { name: string; find: (q: string) => Promise<Choice[]> }) {
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  // What was chosen before must be named too, so the empty search is asked as well.
  const { data, isFetching } = useQuery({ queryKey: ["choice", name, q], queryFn: () => find(q), staleTime: 60_000 });
  const [names, setNames] = useState<Choice[]>([]);
  const options = data ?? [];
  const chosen = names.find((each) => each.value === field.value);
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      options={chosen && !options.some((each) => each.value === chosen.value) ? [chosen, ...options] : options}
      onChange={(value: string) => {
        const picked = options.find((each) => each.value === value);
        if (picked) setNames((known) => [...known, picked]);
        field.onChange?.(value);
      }}
    />
  );
}

/** A project by name or code. */
export function ProjectChoice(field: Props) {
  const t = useText("funds");
  const find = async (q: string) => (await work.projects({ q, limit: 20 })).items.map((each) => ({ value: each.id, label: `${each.name}（${each.code}）` }));
  return <Remote {...field} name="projects" find={find} placeholder={t.project_hint} />;
}

/** A company by name, alias or credit code. */
export function CompanyChoice(field: Props) {
  const t = useText("companies");
  const find = async (q: string) => (await work.companies({ q, limit: 20 })).items.map((each) => ({ value: each.id, label: each.division ? `${each.name}（${each.division.name}）` : each.name }));
  return <Remote {...field} name="companies" find={find} placeholder={t.find} />;
}

/** A division of China, or a country. */
export function DivisionChoice(field: Props) {
  const t = useText("companies");
  const find = async (q: string) => (await orgs.divisions(q)).items.map((each) => ({ value: each.code, label: `${each.full_name ?? each.name} ${each.code}` }));
  return <Remote {...field} name="divisions" find={find} placeholder={t.division_hint} />;
}
