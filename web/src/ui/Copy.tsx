/** A long code that is copied whole while only its head is shown. */
import { CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useText } from "@/locales";
import { useToast } from "./toast";

/** The first characters of a hash, and a button that copies all of it. */
export function Hash({ value, digits = 12 }: { value: string | null | undefined; digits?: number }) {
  const t = useText("common");
  const say = useToast();
  if (!value) return <>—</>;
  const copy = () => void navigator.clipboard?.writeText(value).then(() => say(t.copied));
  return (
    <span className="hash">
      <code title={value}>{value.slice(0, digits)}</code>
      <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t.copy} onClick={copy} />
    </span>
  );
}
