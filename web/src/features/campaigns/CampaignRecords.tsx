/** What belongs to a campaign: the newest of its activities and documents, and the way to all of them. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { outreach, type Campaign } from "@/api/records";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Section } from "@/ui/Section";

const LIMIT = 10;

/** Its activities. */
export function CampaignActivities({ campaign }: { campaign: Campaign }) {
  const t = useText("campaigns");
  const words = useText("activities");
  const records = useText("records");
  const { locale } = useLocale();
  const { data } = useQuery({ queryKey: ["activities", "of", campaign.code], queryFn: () => outreach.activities({ campaign: campaign.code, limit: LIMIT }) });
  return (
    <Section title={t.activities} flush>
      <DataTable
        rows={data?.items}
        rowKey={(row) => row.id}
        label={t.activities}
        uncounted
        empty={{ title: t.activities_none }}
        columns={[
          { key: "name", title: words.name, phone: "title", render: (row) => <Link to={paths.activity(row.id)}>{row.name}</Link> },
          { key: "kind", title: words.kind, nowrap: true, render: (row) => term("activity_kind", row.kind, locale) },
          { key: "on", title: words.begins_on, nowrap: true, render: (row) => row.begins_on },
          { key: "by", title: words.organisers, render: (row) => row.organisers.map((each) => unitName(each, locale)).join(locale === "zh" ? "、" : ", ") },
          { key: "meetings", title: words.meetings_count, numeric: true, phone: "figure", render: (row) => row.meeting_count },
        ]}
      />
      {data && data.total > LIMIT && <p className="card-foot"><Link to={paths.activities({ campaign: campaign.code })}>{records.see_all} {data.total} →</Link></p>}
    </Section>
  );
}

/** Its documents. */
export function CampaignDocuments({ campaign }: { campaign: Campaign }) {
  const t = useText("campaigns");
  const words = useText("documents");
  const records = useText("records");
  const { locale } = useLocale();
  const { data } = useQuery({ queryKey: ["documents", "of", campaign.code], queryFn: () => outreach.documents({ campaign: campaign.code, limit: LIMIT }) });
  return (
    <Section title={t.documents} flush>
      <DataTable
        rows={data?.items}
        rowKey={(row) => row.id}
        label={t.documents}
        uncounted
        empty={{ title: t.documents_none }}
        columns={[
          { key: "name", title: words.name, phone: "title", render: (row) => row.name },
          { key: "number", title: words.number, nowrap: true, render: (row) => row.number },
          { key: "nature", title: words.nature, nowrap: true, render: (row) => term("document_nature", row.nature, locale) },
          { key: "theme", title: words.theme, nowrap: true, render: (row) => term("document_theme", row.theme, locale) },
          { key: "on", title: words.issued_on, nowrap: true, render: (row) => row.issued_on },
        ]}
      />
      {data && data.total > LIMIT && <p className="card-foot"><Link to={paths.documents({ campaign: campaign.code })}>{records.see_all} {data.total} →</Link></p>}
    </Section>
  );
}
