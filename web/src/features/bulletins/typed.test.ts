import { describe, expect, it } from "vitest";
import type { Indicator } from "@/api/contract";
import { goalTable, ifCampaign, insertAt, measuresOf, speaksOfCampaign, writeCall } from "./call";
import { erratumName, printed } from "./Errata";
import { typedNumbers } from "./typed";

const indicator = (unit: string, sort = "flow", planned = false) =>
  ({ code: "funds_arrived", name: { zh: "到位省外资金", en: "Funds arrived" }, count_unit: { zh: "个", en: "projects" }, unit, sort, planned }) as Indicator;

describe("typed numbers", () => {
  it("are named once each, with all their lines", () => {
    expect(typedNumbers([{ line: 2, text: "12" }, { line: 2, text: "13" }, { line: 5, text: "12" }, { line: 5, text: "12" }])).toEqual([
      { text: "12", lines: [2, 5] },
      { text: "13", lines: [2] },
    ]);
  });
});

describe("a call", () => {
  it("is written as a template writes it", () => {
    expect(writeCall("funds_arrived", "value", null)).toBe('{{ fig("funds_arrived") }}');
    expect(writeCall("funds_arrived", "yoy", "370303")).toBe('{{ fig("funds_arrived", "yoy", unit="370303") }}');
  });
  it("goes to the cursor and takes the place of what is marked", () => {
    expect(insertAt("全市亿元", "X", 2, 2)).toEqual({ text: "全市X亿元", cursor: 3 });
    expect(insertAt("全市352亿元", "X", 2, 5)).toEqual({ text: "全市X亿元", cursor: 3 });
  });
  it("asks only for what the indicator has", () => {
    expect(measuresOf(indicator("boolean", "double_half"), true)).toEqual(["value"]);
    expect(measuresOf(indicator("percent", "ratio"), true)).toEqual(["value", "yoy", "last_year", "numerator", "denominator"]);
    expect(measuresOf(indicator("CNY", "flow", true), false)).toEqual(["value", "yoy", "last_year", "plan", "completion", "light", "rank"]);
    expect(measuresOf(indicator("CNY", "flow", false), true)).not.toContain("rank");
  });
});

describe("prose and campaigns", () => {
  it("write calls of the campaign's own months", () => {
    expect(writeCall("outbound_activities", "over", "370303", "campaign")).toBe('{{ fig("outbound_activities", "over", unit="370303", from=campaign.from, month=campaign.month) }}');
  });
  it("write pieces that make the text one that speaks of a campaign", () => {
    expect(goalTable(["指标", "口径", "目标", "截至"]).split("\n")).toHaveLength(5);
    for (const piece of [goalTable(["a", "b", "c", "d"]), ifCampaign("…"), "{{ campaign.name }}"]) expect(speaksOfCampaign(piece)).toBe(true);
  });
  it("approximate only what is counted, and light only what has a target", () => {
    expect(measuresOf(indicator("count", "flow", false), true)).toEqual(["value", "over", "near", "yoy", "last_year"]);
    expect(measuresOf(indicator("percent", "ratio"), true)).not.toContain("light");
  });
  it("are spoken of in the template's words only", () => {
    expect(speaksOfCampaign("{% if campaign %}{{ campaign.name }}{% endif %}")).toBe(true);
    expect(speaksOfCampaign('{{ fig("x", from=campaign.from) }}')).toBe(true);
    expect(speaksOfCampaign("our campaign {{ year }}")).toBe(false);
    expect(speaksOfCampaign('{{ fig("campaign_meetings") }}')).toBe(false);
  });
});

describe("an erratum", () => {
  const door = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: "370300-WC" };
  it("names the unit, the indicator and what of it", () => {
    expect(erratumName(door, "completion", indicator("CNY"), "文昌湖", "2023-06", "zh")).toBe("文昌湖 · 到位省外资金 · 完成率");
    expect(erratumName(door, "value", indicator("CNY"), "文昌湖", "2023-06", "zh")).toBe("文昌湖 · 到位省外资金");
    expect(erratumName(door, "value", indicator("CNY"), "文昌湖", "2023-07", "zh")).toContain("2023 年 1—6 月");
  });
  it("prints values with their unit, rates as they are, truths in words", () => {
    expect(printed("3.2", "value", indicator("CNY"), "zh")).toBe("3.2 亿元");
    expect(printed("3493.2", "value", indicator("CNY"), "en")).toBe("349.32 CNY bn");
    expect(printed("437", "plan", indicator("count"), "zh")).toBe("437 个");
    expect(printed("18.6%", "completion", indicator("CNY"), "zh")).toBe("18.6%");
    expect(printed("true", "value", indicator("boolean"), "en")).toBe("Yes");
    expect(printed("—", "value", indicator("CNY"), "zh")).toBe("—");
  });
});
