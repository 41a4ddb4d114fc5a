/** The league table: completion seen and read, the city as the sum line, the rule at the foot. */
import type { Board, BoardRow } from "@/api/contract";
import { count, percent, signed, tableMoney } from "@/lib/format";
import { yearStart } from "@/lib/month";
import { paths } from "@/lib/paths";
import { Link } from "react-router";
import { fill, unitName, useLocale, useText } from "@/locales";
import { Bar } from "@/ui/Bar";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";
import { ScrollTable } from "@/ui/ScrollTable";
import { Section } from "@/ui/Section";
import { usePhone } from "@/ui/usePhone";

const FUNDS = "funds_arrived";
const PROJECTS = "new_projects_over_100m";

/** The doors of a row; the city has no unit code in them. */
function rowDoors(board: Board, row: BoardRow) {
  const unit = row === board.city ? null : row.unit.code;
  const base = { month: board.month, from: yearStart(board.month), unit };
  return { funds: { ...base, indicator: FUNDS }, projects: { ...base, indicator: PROJECTS } };
}

function Name({ board, row }: { board: Board; row: BoardRow }) {
  const { locale } = useLocale();
  const t = useText("home");
  if (row === board.city) return <>{t.city}</>;
  return <Link className="plain-link" to={paths.figures({ month: board.month, unit: row.unit.code })}>{unitName(row.unit, locale)}</Link>;
}

function Line({ board, row }: { board: Board; row: BoardRow }) {
  const { locale } = useLocale();
  const t = useText("home");
  const doors = rowDoors(board, row);
  return (
    <tr>
      <td className="league-rank">{row.rank ?? ""}</td>
      <th scope="row"><Name board={board} row={row} /></th>
      <td className="cell-number"><FigureLink door={doors.funds}>{tableMoney(row.funds.value as string | null, locale)}</FigureLink></td>
      <td className="cell-number quiet-number"><FigureLink door={doors.funds}>{signed(row.funds.yoy)}</FigureLink></td>
      <td className="cell-number"><FigureLink door={doors.funds}>{percent(row.funds.completion)}</FigureLink></td>
      <td className="league-bar">{row.funds.completion !== null && <Bar value={row.funds.completion} tick={board.schedule} label={`${t.completion_rate} ${percent(row.funds.completion)}%`} />}</td>
      <td className="cell-number"><FigureLink door={doors.projects}>{count(row.projects.value as number | null)}</FigureLink></td>
      <td className="cell-number"><FigureLink door={doors.projects}>{percent(row.projects.completion)}</FigureLink></td>
      <td className="cell-number league-score">{percent(row.score)}</td>
      <td className="league-light"><LightMark light={row.light} /></td>
    </tr>
  );
}

function PhoneLine({ board, row }: { board: Board; row: BoardRow }) {
  const { locale } = useLocale();
  const t = useText("home");
  const common = useText("common");
  const doors = rowDoors(board, row);
  return (
    <li>
      <div className="phone-row">
        <span className="phone-title"><span className="league-rank">{row.rank ?? ""}</span> <Name board={board} row={row} /></span>
        <LightMark light={row.light} />
      </div>
      <div className="league-phone">
        <span><FigureLink door={doors.funds}>{tableMoney(row.funds.value as string | null, locale)}</FigureLink> <small>{common.money_table}</small></span>
        <Bar value={row.funds.completion} tick={board.schedule} label={`${t.completion_rate} ${percent(row.funds.completion)}%`} />
        <b><FigureLink door={doors.funds}>{percent(row.funds.completion)}</FigureLink>%</b>
      </div>
      <div className="league-phone-second">
        <span>{t.projects} <FigureLink door={doors.projects}>{count(row.projects.value as number | null)}</FigureLink></span>
        <span>{t.yoy} {signed(row.funds.yoy)}</span>
        {row.score !== null && <span>{t.score} {row.score}</span>}
      </div>
    </li>
  );
}

/** The ranking of the units. */
export function League({ board }: { board: Board }) {
  const t = useText("home");
  const common = useText("common");
  const figures = useText("figures");
  const { locale } = useLocale();
  const phone = usePhone();
  const rule = fill(t.league_rule, { ...board.weights });
  return (
    <Section title={t.league} hint={rule} flush className="league">
      {phone ? (
        <ul className="phone-list" aria-label={t.league}>
          {[...board.rows, board.city].map((row) => <PhoneLine key={row === board.city ? "city" : row.unit.code} board={board} row={row} />)}
        </ul>
      ) : (
        <ScrollTable label={t.league}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.rank}</th>
                <th scope="col">{t.unit}</th>
                <th scope="col" className="cell-number">{t.funds}<span className="table-unit">{common.money_table}</span></th>
                <th scope="col" className="cell-number">{t.yoy}<span className="table-unit">%</span></th>
                <th scope="col" className="cell-number">{t.completion_rate}<span className="table-unit">%</span></th>
                <td aria-hidden className="league-bar" />
                <th scope="col" className="cell-number">{t.projects}<span className="table-unit">{locale === "zh" ? "个" : "count"}</span></th>
                <th scope="col" className="cell-number">{t.completion_rate}<span className="table-unit">%</span></th>
                <th scope="col" className="cell-number">{t.score}</th>
                <th scope="col">{common.state}</th>
              </tr>
            </thead>
            <tbody>{board.rows.map((row) => <Line key={row.unit.code} board={board} row={row} />)}</tbody>
            <tfoot><Line board={board} row={board.city} /></tfoot>
          </table>
        </ScrollTable>
      )}
      <p className="card-foot" title={figures.schedule}>{fill(t.league_foot, { schedule: board.schedule })}</p>
    </Section>
  );
}
