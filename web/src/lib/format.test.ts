import { describe, expect, it } from "vitest";
import { barWidth, basisPoints, count, exactMoney, headlineMoney, percent, percentDone, signed, tableFigure, tableMoney, yuanText } from "./format";

describe("money", () => {
  it("is 万元 in tables and 亿元 in headlines", () => {
    expect(tableMoney("35230200000.00", "zh")).toBe("3,523,020");
    expect(headlineMoney("35230200000.00", "zh")).toBe("352.3");
  });
  it("is CNY m in tables and CNY bn in headlines in English", () => {
    expect(tableMoney("35230200000.00", "en")).toBe("35,230.2");
    expect(headlineMoney("35230200000.00", "en")).toBe("35.23");
  });
  it("prints a reversal with a real minus and nothing as a dash", () => {
    expect(tableMoney("-400000.00", "zh")).toBe("−40");
    expect(tableMoney(null, "zh")).toBe("—");
    expect(headlineMoney(undefined, "en")).toBe("—");
  });
  it("is exact to the fen in a record", () => {
    expect(exactMoney("90071992547409.93")).toBe("90,071,992,547,409.93");
    expect(yuanText("999900.00", "zh")).toBe("999,900.00 元");
    expect(yuanText("999900.00", "en")).toBe("CNY 999,900.00");
  });
  it("of a record loses no digit in a table either", () => {
    expect(tableMoney("999900.00", "zh", 2)).toBe("99.99");
    expect(tableMoney("999900.00", "en", 2)).toBe("0.9999");
    expect(tableMoney("1460000.00", "en", 2)).toBe("1.4600");
    expect(tableMoney("832212.34", "zh", 2)).toBe("83.221234");
    expect(tableMoney("-0.01", "en", 2)).toBe("−0.00000001");
    expect(tableMoney("0.00", "en", 2)).toBe("0.0000");
  });
});

describe("percentages and counts", () => {
  it("carry the sign of a change", () => {
    expect(signed("3.0")).toBe("+3.0");
    expect(signed("-5.0")).toBe("−5.0");
    expect(signed("0.0")).toBe("0.0");
    expect(signed(null)).toBe("—");
  });
  it("never invent a base", () => {
    expect(percent(null)).toBe("—");
    expect(count(null)).toBe("—");
    expect(count(0)).toBe("0");
  });
  it("show shares without needless zeros", () => {
    expect(basisPoints(10000)).toBe("100");
    expect(basisPoints(3333)).toBe("33.33");
    expect(basisPoints(2500)).toBe("25");
  });
  it("are figures of their measure", () => {
    expect(tableFigure("5618340000.00", "CNY", "zh")).toBe("561,834");
    expect(tableFigure(1243, "count", "zh")).toBe("1,243");
    expect(tableFigure("74.1", "percent", "zh")).toBe("74.1");
  });
  it("keep a bar inside its track", () => {
    expect(barWidth("120.0")).toBe(100);
    expect(barWidth("-3.0")).toBe(0);
    expect(barWidth(null)).toBe(0);
  });
});

describe("how far work has come", () => {
  it("is 100% only when it is done, and nothing while the whole is unknown", () => {
    expect([percentDone(0, 0), percentDone(1, 3), percentDone(999, 1000), percentDone(1000, 1000)]).toEqual([null, "33%", "99%", "100%"]);
  });
});
