/** Throws away a batch from which nothing was recorded. */
import { Button, Popconfirm } from "antd";
import { useNavigate } from "react-router";
import { intake } from "@/api/calls";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Fault } from "@/ui/Fault";

export function Discard({ id }: { id: string }) {
  const t = useText("imports");
  const common = useText("common");
  const navigate = useNavigate();
  const discard = useAct(() => intake.discard(id));
  const run = async () => {
    if (await discard.run()) void navigate(paths.imports());
  };
  return (
    <>
      <Popconfirm title={t.discard_confirm} okText={t.discard} cancelText={common.cancel} onConfirm={() => void run()}>
        <Button loading={discard.busy}>{t.discard}</Button>
      </Popconfirm>
      {discard.problem && <Fault problem={discard.problem} />}
    </>
  );
}
