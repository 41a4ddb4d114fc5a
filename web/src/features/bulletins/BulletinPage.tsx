/** An issued bulletin as it was printed, and what has changed since. */
import { FileWordOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useParams } from "react-router";
import { dispatch, files } from "@/api/calls";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/queries";
import { clockTime } from "@/lib/month";
import { fill, useText } from "@/locales";
import { Hash } from "@/ui/Copy";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { Errata } from "./Errata";
import { Paper } from "./Paper";
import "./bulletins.css";

/** The page of a bulletin. */
export function BulletinPage() {
  const { id = "" } = useParams();
  const t = useText("bulletins");
  const common = useText("common");
  const { data: session } = useSession();
  const { data: bulletin, error, refetch } = useQuery({ queryKey: ["bulletin", id], queryFn: () => dispatch.get(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  const city = session?.city?.code ?? "";
  if (!bulletin) return <div className="page"><Skeleton lines={12} /></div>;
  return (
    <div className="page">
      <PageHead
        title={bulletin.title}
        actions={
          <>
            <Button icon={<PrinterOutlined />} href={files.bulletin_print(id)} target="_blank">{common.print}</Button>
            <Button icon={<FileWordOutlined />} href={files.bulletin_word(id)}>{t.word}</Button>
          </>
        }
      >
        <Tag tone="good">{t.issued}</Tag> <span>{bulletin.document_number} · {bulletin.month}</span>
      </PageHead>
      <div className="columns">
        <Section>
          {bulletin.typed_numbers.length > 0 && <p className="notice notice-slow">{t.typed_printed}{common.colon}{bulletin.typed_numbers.join(common.list_comma)}</p>}
          <Paper html={bulletin.html} city={city} marked={bulletin.errata.map((each) => each.address)} />
        </Section>
        <div className="stack">
          <Section title={t.errata}>
            <Errata errata={bulletin.errata} month={bulletin.month} city={city} />
          </Section>
          <Section title={t.issued}>
            <Facts wide items={[
              { name: t.issued_at, value: clockTime(bulletin.issued_at) },
              { name: t.issued_by, value: bulletin.issued_by },
              { name: t.figures, value: fill(t.frozen, { n: bulletin.figures.length }) },
              { name: t.hash, value: <Hash value={bulletin.hash} /> },
              { name: t.ledger_head, value: <Hash value={bulletin.ledger_head} /> },
            ]} />
          </Section>
        </div>
      </div>
    </div>
  );
}
