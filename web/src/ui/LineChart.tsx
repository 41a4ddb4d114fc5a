/**
 * A line chart of months: at most two colours, labels at the lines' ends, no legend. Drawing needs floats;
 * what is printed beside it comes from the exact strings.
 */
import { LineChart as Lines } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { group } from "@/lib/format";
import { shift } from "@/lib/decimal";
import { FONT, tokens } from "./tokens";

echarts.use([Lines, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** One line: its exact values (null leaves a gap) and what stands at its end. */
export interface ChartLine { name: string; values: (string | null)[]; end: string; look: "data" | "last" | "dashed" }

const COLOURS = { data: tokens.data, last: tokens["data-last"], dashed: tokens["text-2"] } as const;

/** Room at the right for the longest label at a line's end. */
function endRoom(lines: ChartLine[]): number {
  const width = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12.5 : 7.2), 0);
  return Math.ceil(Math.max(...lines.map((line) => width(line.end)))) + 16;
}

/** The chart; `power` scales the values down for the axis (8 = 亿元), `mark` rings the first line's point, `origin` begins at 0. */
export function LineChart({ label, months: named, lines: given, power = 0, mark = null, markText = "", origin = false, height = 208 }: { label: string; months: string[]; lines: ChartLine[]; power?: number; mark?: number | null; markText?: string; origin?: boolean; height?: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    // A cumulative value begins at nothing, before the first month ends.
    const months = origin ? ["", ...named] : named;
    const lines = origin ? given.map((line) => ({ ...line, values: ["0", ...line.values] })) : given;
    const marked = mark === null ? null : mark + (origin ? 1 : 0);
    const chart = echarts.init(place.current, null, { renderer: "svg" });
    const printed = power === 9 ? 2 : power === 0 ? 0 : 1;
    const scaled = (value: string | null) => (value === null ? null : Number(shift(value, power, 3)));
    const exact = (value: string | null | undefined) => (value === null || value === undefined ? "—" : group(shift(value, power, printed)));
    // Two labels at nearly the same height would lie on each other.
    const ends = lines.map((line) => scaled(line.values.at(-1) ?? null) ?? 0);
    const top = Math.max(1e-9, ...lines.flatMap((line) => line.values.map((value) => scaled(value) ?? 0)));
    const near = ends.length > 1 && Math.abs((ends[0] ?? 0) - (ends[1] ?? 0)) / top < 0.1;
    const upper = (ends[0] ?? 0) >= (ends[1] ?? 0) ? 0 : 1;
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FONT },
      aria: { enabled: true, label: { description: label } },
      grid: { left: 4, right: endRoom(lines), top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: {
        trigger: "axis",
        confine: true,
        textStyle: { fontSize: 12, color: tokens["text-1"] },
        formatter: (at: { dataIndex: number }[]) => {
          const index = at[0]?.dataIndex ?? 0;
          return [`<b>${months[index] ?? ""}</b>`, ...lines.map((line) => `${line.name}&emsp;${exact(line.values[index])}`)].join("<br/>");
        },
      },
      xAxis: { type: "category", data: months, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: tokens["line-strong"] } }, axisLabel: { color: tokens["text-2"], fontSize: 12, hideOverlap: true } },
      yAxis: { type: "value", splitNumber: 4, splitLine: { lineStyle: { color: tokens.line } }, axisLabel: { color: tokens["text-2"], fontSize: 12 } },
      series: lines.map((line, index) => ({
        type: "line",
        name: line.name,
        data: line.values.map((value, at) => ({ value: scaled(value), symbol: index === 0 && (at === marked || at === line.values.length - 1) ? "circle" : "none",
          label: { show: index === 0 && at === marked && markText !== "", formatter: markText, position: "top", color: tokens["text-1"], fontSize: 12, distance: 8, align: "right" },
        })),
        symbolSize: 8,
        itemStyle: { color: (point: { dataIndex: number }) => (point.dataIndex === marked ? tokens.surface : COLOURS[line.look]), borderColor: COLOURS[line.look], borderWidth: 2 },
        lineStyle: { color: COLOURS[line.look], width: line.look === "data" ? 2.5 : 1.5, type: line.look === "dashed" ? [4, 3] : "solid" },
        endLabel: { show: line.end !== "", formatter: line.end, color: line.look === "data" ? COLOURS.data : tokens["text-2"], fontWeight: index === 0 ? 600 : 400, fontSize: 12, distance: 8, offset: [0, near ? (index === upper ? -8 : 8) : 0] },
        emphasis: { disabled: true },
        z: 10 - index,
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [label, named, given, power, mark, markText, origin]);
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />;
}
