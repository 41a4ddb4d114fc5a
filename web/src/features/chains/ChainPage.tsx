/** One chain: its graph from upstream to downstream, and its nodes as a list. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { chains, type Chain, type ChainNode } from "@/api/care";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { useToast } from "@/ui/toast";
import { ChainDrawer, NodeDrawer } from "./ChainDrawer";
import { Graph } from "./Graph";
import "./chains.css";

type Open = "edit" | "add" | { node: ChainNode } | { remove: ChainNode } | null;

function Removal({ chain, node, onClose }: { chain: Chain; node: ChainNode; onClose: () => void }) {
  const t = useText("chains");
  const say = useToast();
  const { run, busy, problem } = useAct(() => chains.remove_node(chain.id, node.id));
  const remove = async () => {
    if (!(await run())) return;
    say(t.node_removed);
    onClose();
  };
  return (
    <ConfirmDialog title={fill(t.node_remove_title, { name: node.name })} verb={t.node_remove} danger busy={busy} onConfirm={() => void remove()} onClose={onClose}>
      {problem && <Fault problem={problem} />}
      <p>{t.node_remove_text}</p>
    </ConfirmDialog>
  );
}

function Nodes({ chain, why, onOpen }: { chain: Chain; why: string | null; onOpen: (open: Open) => void }) {
  const t = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const nameOf = (id: string | null) => chain.nodes.find((each) => each.id === id)?.name;
  const tone = { strong: "good", weak: "slow", missing: "behind" } as const;
  return (
    <Section title={t.nodes} flush actions={<ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => onOpen("add")}>{t.node_new}</ReasonButton>}>
      <DataTable
        rows={chain.nodes}
        rowKey={(row) => row.id}
        label={t.nodes}
        empty={{ title: t.graph_none, hint: t.graph_none_hint }}
        columns={[
          { key: "name", title: t.node_name, phone: "title", render: (row) => <>{row.name}{row.note && <span className="cell-second">{row.note}</span>}</> },
          { key: "strength", title: t.strength, nowrap: true, render: (row) => <Tag tone={tone[row.strength as keyof typeof tone] ?? "plain"}>{term("strength", row.strength ?? "unrated", locale)}</Tag> },
          { key: "parent", title: t.parent, render: (row) => nameOf(row.parent_id) ?? "—" },
          { key: "downstream", title: t.downstream, render: (row) => row.downstream.map((id) => nameOf(id)).filter(Boolean).join(locale === "zh" ? "、" : ", ") || "—" },
          { key: "targets", title: t.targets, numeric: true, phone: "figure", render: (row) => (row.targets > 0 ? <Link to={paths.targets({ chain: chain.id, node: row.id })}>{row.targets}</Link> : 0) },
          {
            key: "act", title: "", phone: "plain", nowrap: true,
            render: (row) => (
              <>
                <ReasonButton size="small" why={why} aria-label={`${common.edit} ${row.name}`} onClick={() => onOpen({ node: row })}>{common.edit}</ReasonButton>{" "}
                <ReasonButton size="small" why={why} aria-label={`${common.remove} ${row.name}`} onClick={() => onOpen({ remove: row })}>{common.remove}</ReasonButton>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The page of a chain. */
export function ChainPage() {
  const { id = "" } = useParams();
  const t = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const why = useWhyNot("chains.write");
  const [open, setOpen] = useState<Open>(null);
  const { data: chain, error, refetch } = useQuery({ queryKey: ["chain", id], queryFn: () => chains.get(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!chain) return <div className="page"><Skeleton lines={10} /></div>;
  const { strong, weak, missing } = chain.counts;
  return (
    <div className="page">
      <PageHead title={locale === "en" && chain.name_en ? chain.name_en : chain.name} actions={<><Neighbours id={id} to={paths.chain} /><ReasonButton why={why} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton></>}>
        <span>{chain.code} · {term("chain_kind", chain.kind, locale)}</span>
        {chain.assumed && <Tag tone="slow">{common.assumed}</Tag>}
        <span>{t.strong} {strong} · {t.weak} {weak} · {t.missing} {missing} · <Link to={paths.targets({ chain: chain.id })}>{t.targets} {chain.targets}</Link></span>
      </PageHead>
      <Graph chain={chain} onOpen={why === null ? (node) => setOpen({ node }) : null} />
      <Nodes chain={chain} why={why} onOpen={setOpen} />
      {open === "edit" && <ChainDrawer chain={chain} onClose={() => setOpen(null)} />}
      {open === "add" && <NodeDrawer chain={chain} onClose={() => setOpen(null)} />}
      {typeof open === "object" && open && "node" in open && <NodeDrawer chain={chain} node={open.node} onClose={() => setOpen(null)} />}
      {typeof open === "object" && open && "remove" in open && <Removal chain={chain} node={open.remove} onClose={() => setOpen(null)} />}
    </div>
  );
}
