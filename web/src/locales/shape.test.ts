import { describe, expect, it } from "vitest";
import { fill, messages, pick, unitName } from "./index";
import { term } from "./term";

/** All keys of a language with their sentences, nested ones by path. */
function flat(words: object, head = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [[`${head}${key}`, value] as [string, string]] : flat(value as object, `${head}${key}.`)));
}

describe("the languages", () => {
  it("have the same keys, the same places, and no empty sentence", () => {
    const zh = new Map(flat(messages("zh")));
    const en = new Map(flat(messages("en")));
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
    for (const [key, sentence] of zh) {
      expect(sentence.trim(), key).not.toBe("");
      expect(places(en.get(key) ?? ""), key).toBe(places(sentence));
    }
  });
  it("keep Chinese out of English, but for the way back", () => {
    const han = flat(messages("en")).filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key);
    expect(han).toEqual(["shell.language", "shell.language_label"]);
  });
  it("fill places and leave unknown ones visible", () => {
    expect(fill("{a} / {b}", { a: 1 })).toBe("1 / {b}");
  });
  it("fall back to Chinese where a name has no English", () => {
    expect(pick({ zh: "到位", en: "" }, "en")).toBe("到位");
    expect(unitName({ name: "张店区", name_en: "Zhangdian" }, "en")).toBe("Zhangdian");
    expect(term("stage", "unheard_of", "zh")).toBe("unheard_of");
  });
});
