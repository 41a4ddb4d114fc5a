/** An address that leads nowhere. */
import { Link } from "react-router";
import { paths } from "@/lib/paths";
import { useText } from "@/locales";
import { Empty } from "@/ui/Empty";

/** Says so, and leads home. */
export function NotFound() {
  const t = useText("common");
  return <Empty title={t.not_found} hint={t.not_found_hint} action={<Link to={paths.home()}>{t.go_home}</Link>} />;
}
