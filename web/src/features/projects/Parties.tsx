/** Who invests, who has the credit, on which lists a project stands. */
import { Link } from "react-router";
import type { Project } from "@/api/contract";
import { basisPoints } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";

/** The investors with their registered division and share. */
export function Investors({ project }: { project: Project }) {
  const t = useText("projects");
  return (
    <Section title={t.investors}>
      <ul className="parties">
        {project.investors.map((each) => (
          <li key={each.company.id}>
            <div><Link to={paths.company(each.company.id)}>{each.company.name}</Link><small>{each.division.name} {each.other_province && <Tag>{t.other_province}</Tag>}</small></div>
            <b>{basisPoints(each.share_bp)}%</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Which unit counts how much of it. */
export function Credits({ project }: { project: Project }) {
  const t = useText("projects");
  const { locale } = useLocale();
  return (
    <Section title={t.credits}>
      <ul className="parties">
        {project.credits.map((each) => (
          <li key={each.unit.code}><div>{unitName(each.unit, locale)}<small>{term("credit_mode", each.mode, locale)}</small></div><b>{basisPoints(each.basis_points)}%</b></li>
        ))}
      </ul>
    </Section>
  );
}

/** The lists it stands or stood on. */
export function Lists({ project }: { project: Project }) {
  const t = useText("projects");
  const { locale } = useLocale();
  return (
    <Section title={t.lists}>
      {project.lists.length === 0 && <p className="quiet">{t.not_listed}</p>}
      <ul className="parties">
        {project.lists.map((each) => (
          <li key={`${each.list}-${each.listed_on}`}>
            <div>
              {term("list", each.list, locale)}
              <small>{[fill(t.listed_on, { date: each.listed_on }), each.unlisted_on && fill(t.unlisted_on, { date: each.unlisted_on })].filter(Boolean).join(" · ")}</small>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
