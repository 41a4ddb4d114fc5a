/** The bulletins that were issued, and the way to a new one. */
import { PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "react-router";
import { dispatch, files } from "@/api/calls";
import { useWhyNot } from "@/api/permits";
import { usePages } from "@/api/queries";
import { clockTime } from "@/lib/month";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Hash } from "@/ui/Copy";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";

/** The list of bulletins. */
export function BulletinsPage() {
  const t = useText("bulletins");
  const navigate = useNavigate();
  const why = useWhyNot("bulletins.write");
  const list = usePages(["bulletins"], (after) => dispatch.list({ after, limit: 50 }));
  const compose = <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => void navigate(paths.bulletin_new())}>{t.new}</ReasonButton>;
  return (
    <div className="page">
      <PageHead title={t.title} actions={compose} />
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <section className="card card-flush" aria-label={t.title}>
          <DataTable
            rows={list.items}
            rowKey={(row) => row.id}
            label={t.title}
            empty={{ title: t.empty, hint: t.empty_hint }}
            total={list.first?.total}
            totalExact={list.first?.total_exact}
            hasNext={list.hasNext}
            onNext={list.next}
            fetching={list.isFetching}
            columns={[
              { key: "title", title: t.name, phone: "title", render: (row) => <Link to={paths.bulletin(row.id)}>{row.title}</Link> },
              { key: "number", title: t.document_number, nowrap: true, render: (row) => row.document_number },
              { key: "month", title: t.month, nowrap: true, render: (row) => row.month },
              { key: "issued", title: t.issued_at, nowrap: true, render: (row) => clockTime(row.issued_at) },
              { key: "by", title: t.issued_by, render: (row) => row.issued_by },
              { key: "hash", title: t.hash, phone: "none", render: (row) => <Hash value={row.hash} /> },
              { key: "word", title: "", phone: "plain", nowrap: true, render: (row) => <a href={files.bulletin_word(row.id)} download>{t.word}</a> },
            ]}
          />
        </section>
      )}
    </div>
  );
}
