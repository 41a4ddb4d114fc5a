/** A project between the form and the API: what was typed, what is sent, what recognised facts have frozen. */
import type { Project, ProjectIn, ProjectPatch } from "@/api/contract";
import { basisPoints } from "@/lib/format";
import { asTyped, typedBasisPoints, typedYuan } from "@/lib/typed";

/** An investor as typed: one of the register, or one that is named with its division. */
export interface TypedInvestor { company_id?: string; unlisted?: boolean; name?: string; uscc?: string; division?: string; share?: string; look_through?: string }

/** The form: money in 万元, shares in percent, everything else as it is. */
export interface TypedProject {
  code: string; name: string; unit: string; place: string;
  credit_mode?: string; joint_unit?: string; credit_share?: string;
  investors?: TypedInvestor[];
  planned_investment: string;
  contract_kind?: ProjectIn["contract_kind"]; contract_number?: string; signed_on?: string; contract_amount?: string;
  project_company?: string; filing_code?: string;
  industry?: string; chain?: string; exclusion?: ProjectIn["exclusion"];
}

const words = (text: string | null | undefined) => text?.trim() || null;

function investorIn(typed: TypedInvestor) {
  const rest = { share_bp: typedBasisPoints(typed.share), look_through: words(typed.look_through) };
  if (!typed.unlisted) return { company_id: typed.company_id ?? "", ...rest };
  return { name: typed.name?.trim() ?? "", uscc: words(typed.uscc)?.toUpperCase() ?? null, division: typed.division ?? "", ...rest };
}

/** What the form sends. Without any share the server divides equally. */
export function projectIn(typed: TypedProject): ProjectIn {
  const mode = typed.credit_mode ?? "exclusive";
  return {
    code: typed.code.trim(),
    name: typed.name.trim(),
    unit: typed.unit,
    place: typed.place,
    credit_mode: mode,
    joint_unit: mode === "exclusive" ? null : (typed.joint_unit ?? null),
    credit_share: mode === "shared" ? typedBasisPoints(typed.credit_share) : null,
    investors: (typed.investors ?? []).map(investorIn),
    planned_investment: typedYuan(typed.planned_investment, 4) ?? "",
    contract_kind: typed.contract_kind || null,
    contract_number: words(typed.contract_number),
    signed_on: typed.signed_on || null,
    contract_amount: typed.contract_amount ? typedYuan(typed.contract_amount, 4) : null,
    project_company: words(typed.project_company),
    filing_code: words(typed.filing_code),
    industry: words(typed.industry),
    chain: words(typed.chain),
    exclusion: typed.exclusion || null,
  };
}

/** A project as it would be typed. */
export function typedOf(project: Project): TypedProject {
  const [lead, joint] = project.credits;
  return {
    code: project.code,
    name: project.name,
    unit: project.unit.code,
    place: project.place.code,
    credit_mode: lead?.mode ?? "exclusive",
    joint_unit: joint?.unit.code,
    credit_share: lead?.mode === "shared" ? basisPoints(lead.basis_points) : undefined,
    investors: project.investors.map((each) => ({ company_id: each.company.id, share: basisPoints(each.share_bp), look_through: each.look_through?.code })),
    planned_investment: asTyped(project.planned_investment, 4),
    contract_kind: project.contract?.kind ?? undefined,
    contract_number: project.contract?.number ?? undefined,
    signed_on: project.contract?.signed_on ?? undefined,
    contract_amount: asTyped(project.contract?.amount, 4) || undefined,
    project_company: project.project_company ?? undefined,
    filing_code: project.filing_code ?? undefined,
    industry: project.industry ?? undefined,
    chain: project.chain ?? undefined,
    exclusion: project.exclusion ?? undefined,
  };
}

/** Fields that an empty text takes away; the others cannot be emptied, but for the exclusion. */
const CLEARED_BY_TEXT = new Set(["joint_unit", "contract_number", "project_company", "filing_code", "industry", "chain"]);

/** What changed, and nothing else: what recognised facts have frozen must not be sent by accident. */
export function projectPatch(project: Project, typed: TypedProject): ProjectPatch {
  const before = projectIn(typedOf(project)) as unknown as Record<string, unknown>;
  const after = projectIn(typed) as unknown as Record<string, unknown>;
  const changed = Object.entries(after).filter(([field, value]) => field !== "code" && JSON.stringify(value) !== JSON.stringify(before[field]));
  const sent = changed.flatMap(([field, value]): [string, unknown][] => {
    if (value !== null || field === "exclusion") return [[field, value]];
    return CLEARED_BY_TEXT.has(field) ? [[field, ""]] : [];
  });
  return Object.fromEntries(sent) as ProjectPatch;
}

/** The fields that facts have frozen, as `frozen` of the server's projects/src/model/change.rs says. */
export function frozenFields(project: Project): Set<string> {
  const has = (...kinds: string[]) => project.milestones.some((each) => kinds.includes(each.kind));
  const funds = project.funds.count > 0;
  const amended = project.amendments.length > 0;
  const rules: [boolean, string[]][] = [
    [has("intended", "signed", "introduced", "witnessed", "listed") || amended || funds, ["planned_investment"]],
    [project.milestones.length > 0 || amended || funds, ["unit", "joint_unit", "credit_mode", "credit_share"]],
    [has("intended", "signed", "introduced") || funds, ["investors"]],
    [has("signed", "introduced") || funds, ["signed_on"]],
    [has("signed", "introduced"), ["contract_number", "contract_kind", "contract_amount"]],
    [project.project_company !== null && has("introduced", "landed"), ["project_company"]],
    [project.filing_code !== null && has("introduced", "landed"), ["filing_code"]],
    [has("introduced"), ["exclusion"]],
  ];
  return new Set(["code", ...rules.flatMap(([frozen, fields]) => (frozen ? fields : []))]);
}

/** Where in the form what a milestone misses is filled in. */
const FIELD_OF: Record<string, keyof TypedProject> = {
  company_or_filing: "project_company",
  contract_number: "contract_number",
  contract_date: "signed_on",
  formal_contract: "contract_kind",
  planned_100m: "planned_investment",
  other_province_investor: "investors",
  not_excluded: "exclusion",
};

/** The first field that would mend what is missing; null if no field does (an earlier step is missing). */
export function fieldFor(missing: unknown): keyof TypedProject | null {
  const codes: unknown[] = Array.isArray(missing) ? missing : [missing];
  for (const code of codes) {
    const field = typeof code === "string" ? FIELD_OF[code] : undefined;
    if (field) return field;
  }
  return null;
}

/** The server's names of the investors' lists, which are one list in the form. */
const ONE_LIST: Record<string, string> = { shares: "investors", investor_divisions: "investors" };

/** The refusal with its fields under the form's names. */
export function inForm<P extends { fields?: { field: string }[] }>(problem: P | null): P | null {
  if (!problem?.fields) return problem;
  return { ...problem, fields: problem.fields.map((each) => ({ ...each, field: ONE_LIST[each.field] ?? each.field })) };
}
