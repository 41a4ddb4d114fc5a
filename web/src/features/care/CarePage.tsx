/** The escort under one entry of the menu: roster, visits, problems. */
import { Tabs } from "antd";
import { Navigate, useNavigate, useParams } from "react-router";
import { useSession } from "@/api/queries";
import { CARE, paths, type CareSection } from "@/lib/paths";
import { useText } from "@/locales";
import { Problems } from "./Problems";
import { Rosters } from "./Rosters";
import { Visits } from "./Visits";

const PARTS = { rosters: Rosters, visits: Visits, problems: Problems };

/** The tabs, each with an address of its own. */
function CareTabs({ section }: { section: CareSection }) {
  const t = useText("care");
  const navigate = useNavigate();
  const { data: session } = useSession();
  const items = CARE.filter((each) => session?.permissions.includes(`${each}.read`)).map((key) => ({ key, label: t[key] }));
  return <Tabs className="record-tabs" activeKey={section} items={items} onChange={(key) => void navigate(paths.care(key as CareSection))} />;
}

/** The page. */
export function CarePage() {
  const { section } = useParams();
  const known = CARE.find((each) => each === (section ?? "rosters"));
  if (!known) return <Navigate to={paths.care()} replace />;
  const Part = PARTS[known];
  return <Part tabs={<CareTabs section={known} />} />;
}
