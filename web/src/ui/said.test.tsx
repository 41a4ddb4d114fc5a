import { describe, expect, it } from "vitest";
import { ChoiceFilter, SearchFilter } from "./Filters";
import { saidOf } from "./said";

const nothing = () => undefined;
const units = [{ value: "370303", label: "张店区" }];

describe("filters in words", () => {
  it("are those that are set, with their names and the words of what was chosen", () => {
    const filters = (
      <>
        <SearchFilter value="新材料" onChange={nothing} placeholder="查找" />
        <ChoiceFilter label="单位" value="370303" options={units} onChange={nothing} />
        {null}
        <ChoiceFilter label="类别" value="" options={[]} onChange={nothing} />
      </>
    );
    expect(saidOf(filters)).toEqual(["新材料", "单位 张店区"]);
  });
  it("keep a value that no option names", () => {
    expect(saidOf(<ChoiceFilter label="单位" value="999999" options={units} onChange={nothing} />)).toEqual(["单位 999999"]);
  });
});
