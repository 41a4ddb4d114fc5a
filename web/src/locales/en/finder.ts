/** Finding anything. */
import type { finder as zh } from "../zh/finder";
import type { Words } from "../shape";

export const finder: Words<typeof zh> = {
  hint: "Name, pinyin, initials or code",
  pages: "Pages",
  recent: "Recent",
  none: "Nothing found for “{words}”; try another word, initials or a code",
  failed: "Only pages can be found just now: the search did not answer",
  keys: "↑↓ choose · Enter open · Esc close",
  kinds: {
    project: "Projects",
    company: "Companies",
    indicator: "Indicators",
    bulletin: "Bulletins",
    fund: "Funds",
    activity: "Activities",
    campaign: "Campaigns",
    platform: "Platforms",
    opportunity: "Reserve projects",
    policy_document: "Policy documents",
    roster: "Escort roster",
    visit: "Visits",
    problem: "Problems",
    chain: "Chains",
    target: "Target companies",
    target_company: "Target companies",
  },
};
