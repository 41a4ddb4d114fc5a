/** What a text may say of the campaign that was chosen for it: its names, its goals, a part that stands only with one. */
import { Button } from "antd";
import { messages, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { CAMPAIGN_NAMES, goalTable, ifCampaign } from "./call";

/** The entry of the catalogue; a click writes the piece. */
export function CampaignPieces({ onInsert }: { onInsert: (piece: string) => void }) {
  const t = useText("bulletins");
  const { locale } = useLocale();
  // The paper is Chinese whatever the screen is.
  const paper = messages("zh").bulletins;
  return (
    <li>
      <p><b>{t.catalogue_campaign}</b></p>
      <p className="form-note">{t.catalogue_campaign_hint}</p>
      <div className="catalogue-fields">
        {CAMPAIGN_NAMES.map((name) => <Button key={name} size="small" onClick={() => onInsert(`{{ ${name} }}`)}>{term("template_name", name, locale)} <code>{name}</code></Button>)}
        <Button size="small" onClick={() => onInsert(goalTable([paper.goal_indicator, paper.goal_measure, paper.goal_value, paper.goal_until]))}>{t.catalogue_goals} <code>campaign.goals</code></Button>
        <Button size="small" onClick={() => onInsert(ifCampaign(paper.catalogue_if_words))}>{t.catalogue_if} <code>if campaign</code></Button>
      </div>
    </li>
  );
}
