/** The colours of the look, once. `tokens.css` carries the same values; a test compares the two. */
export const tokens = {
  canvas: "#F6F7F9",
  surface: "#FFFFFF",
  sunken: "#FAFBFC",
  hover: "#F2F5FA",
  line: "#E6E8EC",
  "line-strong": "#D3D8E0",
  "text-1": "#171C26",
  "text-2": "#475063",
  "text-3": "#667085",
  "text-disabled": "#98A1B0",
  action: "#0958D9",
  "action-hover": "#003EB3",
  "action-tint": "#EAF2FF",
  data: "#1D4F91",
  "data-last": "#9DB4D3",
  track: "#E8EBF0",
  good: "#389E0D",
  "good-text": "#237804",
  "good-tint": "#F0F8EA",
  slow: "#D48806",
  "slow-text": "#874D00",
  "slow-tint": "#FFF8E6",
  behind: "#CF1322",
  "behind-text": "#A8071A",
  "behind-tint": "#FFF1F0",
} as const;

/** The type face: what the office machines have, no file is loaded. */
export const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
