/** antd in the look's colours, sizes and type. */
import type { ThemeConfig } from "antd";
import { FONT, tokens } from "@/ui/tokens";

/** The only theme; the big screen has its own page one day. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: tokens.action,
    // The lighter blue of the library is too light under white words.
    colorPrimaryHover: tokens["action-hover"],
    colorLink: tokens.action,
    colorSuccess: tokens.good,
    colorWarning: tokens.slow,
    colorError: tokens.behind,
    colorText: tokens["text-1"],
    colorTextSecondary: tokens["text-2"],
    colorTextTertiary: tokens["text-3"],
    colorTextQuaternary: tokens["text-disabled"],
    colorTextPlaceholder: tokens["text-3"],
    colorTextDescription: tokens["text-3"],
    colorBorder: tokens["line-strong"],
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.canvas,
    fontFamily: FONT,
    fontSize: 13,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 32,
    motionDurationFast: "0.08s",
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.12s",
    boxShadowTertiary: "none",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none" },
    Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
    Drawer: { paddingLG: 20 },
  },
};
