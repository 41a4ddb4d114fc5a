/** The home page: on one screen whether the city is on schedule, who is behind, and by how much. */
import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Link } from "react-router";
import { toProblem } from "@/api/problem";
import type { BoardRow } from "@/api/contract";
import { useIndicators, useSession } from "@/api/queries";
import { useBoard, useMonth } from "@/api/useMonth";
import { saveCsv } from "@/lib/csv";
import { clockTime, yearStart } from "@/lib/month";
import { paths } from "@/lib/paths";
import { messages, unitName, useLocale, useText } from "@/locales";
import { Empty } from "@/ui/Empty";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { TileMap, type MapTile } from "@/ui/TileMap";
import { Card } from "./Card";
import { Headline } from "./Headline";
import { League } from "./League";
import { Trend } from "./Trend";
import "./home.css";

/** The indicator whose completion colours the tiles and fills the league table's first half. */
const FUNDS = "funds_arrived";

function Waiting() {
  return (
    <div className="page">
      <Skeleton lines={1} height={28} />
      <div className="cards">{[1, 2, 3, 4].map((card) => <div key={card} className="card"><Skeleton lines={4} /></div>)}</div>
      <div className="home-main"><div className="card"><Skeleton lines={14} height={24} /></div><div className="card"><Skeleton lines={10} /></div></div>
    </div>
  );
}

/** The home page of a month. */
export function HomePage() {
  const t = useText("home");
  const common = useText("common");
  const { locale } = useLocale();
  const { month, isPending } = useMonth();
  const { data: board, error, refetch } = useBoard(month);
  const { by_code } = useIndicators();
  const demo = useSession().data?.demo ?? false;
  if (!isPending && month === null) {
    return <div className="page"><Empty title={t.empty} hint={t.empty_hint} action={<Link to={paths.imports()}>{t.empty_action}</Link>} /></div>;
  }
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!board) return <Waiting />;
  const from = yearStart(board.month);
  const shell = messages(locale).shell;
  const save = () => {
    const head = [t.rank, t.unit, `${t.funds} (${common.yuan})`, `${t.yoy} %`, `${t.completion_rate} %`, t.projects, `${t.completion_rate} %`, t.score];
    const line = (row: BoardRow) => [row.rank, unitName(row.unit, locale), row.funds.value, row.funds.yoy, row.funds.completion, row.projects.value, row.projects.completion, row.score].map((value) => String(value ?? ""));
    saveCsv(`${t.league}-${board.month}.csv`, [t.league, board.month, `${shell.data_at} ${clockTime(board.data_at)}`, demo ? shell.demo : ""].filter(Boolean), [head, ...[...board.rows, board.city].map(line)]);
  };
  const tiles = board.rows.flatMap((row): MapTile[] => {
    if (!row.tile) return [];
    const door = { indicator: FUNDS, month: board.month, from, unit: row.unit.code };
    return [{
      key: row.unit.code,
      name: shortName(unitName(row.unit, locale)),
      completion: row.funds.completion,
      figure: <FigureLink door={door}>{row.funds.completion ?? "—"}</FigureLink>,
      light: row.funds.light,
      ...row.tile,
    }];
  });
  return (
    <div className="page home">
      <Headline board={board} names={by_code} actions={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{common.print}</Button>
          <Button icon={<DownloadOutlined />} onClick={save}>{common.export}</Button>
        </>
      } />
      <div className="cards">
        {board.cards.map((card) => <Card key={card.indicator} card={card} indicator={by_code.get(card.indicator)} month={board.month} schedule={board.schedule} />)}
      </div>
      <div className="home-main">
        <League board={board} />
        <div className="stack">
          <Trend trend={board.trend} indicator={by_code.get(board.trend.indicator)} />
          {tiles.length > 0 && <Section title={t.tiles} hint={t.tiles_hint} className="home-tiles"><TileMap tiles={tiles} label={t.tiles} /></Section>}
        </div>
      </div>
    </div>
  );
}

/** A tile is narrow: 桓台县 reads as 桓台, 高新区 stays. */
function shortName(name: string): string {
  return name.replace(/^(\p{Script=Han}{2})[县区]$/u, (whole, two: string) => (/[新开]/.test(two) ? whole : two)).replace(/ (District|County|Zone)$/u, "");
}
