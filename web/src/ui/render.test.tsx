import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryRouter } from "react-router";
import { LocaleContext } from "@/locales";
import { DataTable } from "./DataTable";
import { Fault } from "./Fault";
import { FigureLink } from "./FigureLink";
import { LightMark } from "./LightMark";
import { ReasonButton } from "./ReasonButton";
import { ScopeContext } from "./scope";

afterEach(cleanup);

const door = { indicator: "funds_arrived", month: "2023-06", from: "2023-01", unit: "370303" };

describe("a figure", () => {
  it("is a link that opens its door over the page's filters", () => {
    render(<MemoryRouter initialEntries={["/projects?q=a"]}><FigureLink door={door}>535,257</FigureLink></MemoryRouter>);
    expect(screen.getByRole("link").getAttribute("href")).toBe("/projects?q=a&door=funds_arrived:2023-06:2023-01:370303");
  });
  it("of a unit outside the reader's scope is only a number", () => {
    render(<MemoryRouter><ScopeContext value={(unit) => unit === "370323"}><FigureLink door={door}>12</FigureLink><FigureLink door={{ ...door, unit: null }}>13</FigureLink><FigureLink door={{ ...door, unit: "370323" }}>14</FigureLink></ScopeContext></MemoryRouter>);
    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(["14"]);
  });
  it("without data is a dash and no link", () => {
    render(<MemoryRouter><FigureLink door={door}>—</FigureLink></MemoryRouter>);
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("a table", () => {
  const columns = [
    { key: "name", title: "单位", render: (row: { name: string }) => row.name, sum: "全市" },
    { key: "value", title: "到位", unit: "万元", numeric: true, render: () => "12", sum: "12" },
  ];
  it("prints the unit under the name and ends with the sum line", () => {
    render(<DataTable columns={columns} rows={[{ name: "张店区" }]} rowKey={(row) => row.name} label="表" />);
    expect(screen.getByRole("columnheader", { name: /到位\s*万元/ })).toBeTruthy();
    expect(screen.getAllByRole("row").at(-1)?.textContent).toBe("全市12");
  });
  it("says what to do when it is empty, and shows its shape while it loads", () => {
    const { rerender } = render(<DataTable columns={columns} rows={[]} rowKey={(row) => row.name} label="表" empty={{ title: "还没有", hint: "先导入" }} />);
    expect(screen.getByText("先导入")).toBeTruthy();
    rerender(<DataTable columns={columns} rows={undefined} rowKey={(row) => row.name} label="表" />);
    expect(screen.getByRole("status")).toBeTruthy();
  });
  it("names a count that is only a lower bound as one", () => {
    render(<DataTable columns={columns} rows={[{ name: "a" }]} rowKey={(row) => row.name} label="表" total={10000} totalExact={false} />);
    expect(screen.getByText(/至少 10000 条/)).toBeTruthy();
  });
});

describe("a light", () => {
  it("has its word, also where only the shape is drawn", () => {
    render(<><LightMark light="slow" /><LightMark light="behind" wordless /></>);
    expect(screen.getByText("偏慢")).toBeTruthy();
    expect(screen.getByRole("img", { name: "滞后" })).toBeTruthy();
  });
});

describe("a refusal", () => {
  it("is told in the reader's language, with the request's number", () => {
    render(<LocaleContext value={{ locale: "en", setLocale: () => undefined }}><Fault problem={{ code: "ledger.month_not_open", params: { month: "2023-05" }, request_id: "req_7" }} /></LocaleContext>);
    expect(screen.getByRole("alert").textContent).toContain("2023-05 is not the open month.");
    expect(screen.getByText("Request req_7")).toBeTruthy();
  });
});

describe("trying again", () => {
  it("is offered where a server or the network may recover, not for a refusal", () => {
    const again = vi.fn();
    const { rerender } = render(<Fault problem={{ code: "figures.out_of_scope", params: { unit: "沂源县" }, status: 403 }} onRetry={again} />);
    expect(screen.getByText("沂源县 不在你的范围内。")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
    rerender(<Fault problem={{ code: "request.broken", status: 500 }} onRetry={again} />);
    expect(screen.getByRole("button", { name: "重试" })).toBeTruthy();
    rerender(<Fault problem={{ code: "client.offline", status: 0 }} onRetry={again} />);
    expect(screen.getByRole("button", { name: "重试" })).toBeTruthy();
  });
});

describe("a held button", () => {
  it("does nothing and can still be reached by the keyboard", () => {
    const act = vi.fn();
    render(<ReasonButton why="你的角色不能做这一步" onClick={act}>结账</ReasonButton>);
    const button = screen.getByRole("button", { name: /结\s*账/ });
    button.click();
    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect((button as HTMLButtonElement).disabled).toBe(false);
  });
});
