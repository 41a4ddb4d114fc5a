/** A new chain or one's names; a node of one with what is downstream of it. */
import { Select } from "antd";
import { chains, type Chain, type ChainNode } from "@/api/care";
import { useAct } from "@/api/useAct";
import { useText } from "@/locales";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Field, TermField, TextField } from "@/ui/wordFields";

interface Typed { code: string; name: string; name_en?: string; kind: Chain["kind"] }

/** The form of a chain. */
export function ChainDrawer({ chain = null, onDone, onClose }: { chain?: Chain | null; onDone?: (id: string) => void; onClose: () => void }) {
  const t = useText("chains");
  const common = useText("common");
  const act = useAct((typed: Typed) => {
    const body = { name: typed.name.trim(), name_en: typed.name_en?.trim() ?? "", kind: typed.kind };
    return chain ? chains.update(chain.id, body) : chains.create({ ...body, code: typed.code.trim() });
  });
  const first = chain ? { code: chain.code, name: chain.name, name_en: chain.name_en, kind: chain.kind } : { kind: "chain" as const };
  return (
    <RecordDrawer title={chain ? t.edit : t.new} verb={chain ? common.save : t.submit} act={act} first={first} draft={chain ? undefined : "chain.new"} done={chain ? common.saved : t.created} onDone={(done) => onDone?.(done.id)} onClose={onClose}>
      <TextField name="code" label={t.code} max={40} disabled={chain !== null} />
      <TextField name="name" label={t.name} max={60} />
      <TextField name="name_en" label={t.name_en} optional max={80} />
      <TermField name="kind" label={t.kind} group="chain_kind" />
    </RecordDrawer>
  );
}

interface TypedNode { name: string; parent_id?: string; downstream?: string[]; strength?: NonNullable<ChainNode["strength"]>; note?: string }

/** The form of a node. */
export function NodeDrawer({ chain, node = null, onClose }: { chain: Chain; node?: ChainNode | null; onClose: () => void }) {
  const t = useText("chains");
  const common = useText("common");
  const act = useAct((typed: TypedNode) => {
    const body = { name: typed.name.trim(), parent_id: typed.parent_id ?? null, downstream: typed.downstream ?? [], strength: typed.strength ?? null, note: typed.note?.trim() || null };
    return node ? chains.update_node(chain.id, node.id, body) : chains.create_node(chain.id, body);
  });
  const others = chain.nodes.filter((each) => each.id !== node?.id).map((each) => ({ value: each.id, label: each.name }));
  const first = node ? { name: node.name, parent_id: node.parent_id ?? undefined, downstream: node.downstream, strength: node.strength ?? undefined, note: node.note ?? undefined } : {};
  return (
    <RecordDrawer title={`${node ? t.node_edit : t.node_new} · ${chain.name}`} verb={node ? common.save : t.node_submit} act={act} first={first} done={t.node_added} onClose={onClose}>
      <TextField name="name" label={t.node_name} max={60} />
      <Field name="parent_id" label={t.parent} optional><Select allowClear options={others} showSearch={{ optionFilterProp: "label" }} /></Field>
      <Field name="downstream" label={t.downstream} optional><Select mode="multiple" options={others} showSearch={{ optionFilterProp: "label" }} /></Field>
      <TermField name="strength" label={t.strength} group="strength" without={["unrated"]} optional />
      <TextField name="note" label={t.note} optional rows={2} max={500} />
    </RecordDrawer>
  );
}
