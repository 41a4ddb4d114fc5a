/** Whom a record of the escort is about: a company, a project, or both. */
import { Form } from "antd";
import { Link } from "react-router";
import { CompanyChoice, ProjectChoice } from "@/api/choices";
import type { Party } from "@/api/care";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";

/** The names as links, the company first. */
export function PartyLinks({ party }: { party: Party }) {
  return (
    <>
      {party.company && <Link to={paths.company(party.company.id)}>{party.company.name}</Link>}
      {party.company && party.project && " · "}
      {party.project && <Link to={paths.project(party.project.id)}>{party.project.name}</Link>}
    </>
  );
}

/** The name that a record goes by. */
export function partyName(party: Party): string {
  return party.company?.name ?? party.project?.name ?? "—";
}

/** The two fields; with `one` not both may be given. */
export function PartyFields({ one = false, disabled = false }: { one?: boolean; disabled?: boolean }) {
  const t = useText("care");
  const records = useText("records");
  const rule = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: () => {
      const [company, project] = [Boolean(getFieldValue("company_id")), Boolean(getFieldValue("project_id"))];
      if (!company && !project) return Promise.reject(new Error(t.party_needed));
      return one && company && project ? Promise.reject(new Error(t.party_one)) : Promise.resolve();
    },
  });
  return (
    <>
      <Form.Item name="company_id" label={records.company} dependencies={["project_id"]} rules={[rule]}><CompanyChoice allowClear disabled={disabled} /></Form.Item>
      <Form.Item name="project_id" label={records.project} extra={one ? t.party_one : undefined}><ProjectChoice allowClear disabled={disabled} /></Form.Item>
    </>
  );
}
