/** What a bulletin's text may ask for: every indicator with its fields; a click writes the call at the cursor. */
import { Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import { useIndicators, usePermission, useUnits } from "@/api/queries";
import { pick, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Skeleton } from "@/ui/Skeleton";
import { usePhone } from "@/ui/usePhone";
import { measuresOf, writeCall, type CallWindow } from "./call";
import { CampaignPieces } from "./CampaignPieces";

/** Names that a template knows beside the figures. */
const NAMES = ["city.name", "year", "month_number", "month_label"] as const;

/** The drawer; it stays open, so that several calls can be written. */
export function Catalogue({ onInsert, onClose }: { onInsert: (piece: string) => void; onClose: () => void }) {
  const t = useText("bulletins");
  const common = useText("common");
  const figures = useText("figures");
  const { locale } = useLocale();
  const phone = usePhone();
  const { items } = useIndicators();
  const { data: units } = useUnits();
  const [unit, setUnit] = useState("");
  const [words, setWords] = useState("");
  const [window, setWindow] = useState<CallWindow>("year");
  const campaigns = usePermission("campaigns.read");
  // On a phone the drawer covers the text: it gives way to what was written.
  const insert = (piece: string) => {
    onInsert(piece);
    if (phone) onClose();
  };
  const wanted = (items ?? []).filter((each) => `${each.name.zh} ${each.name.en} ${each.code}`.toLowerCase().includes(words.trim().toLowerCase()));
  const choices = (units?.items ?? []).filter((each) => each.kind !== "city").map((each) => ({ value: each.code, label: unitName(each, locale) }));
  return (
    <Drawer open mask={false} onClose={onClose} title={t.catalogue} size={phone ? "100%" : 460} className="catalogue">
      <p className="form-note">{t.catalogue_hint}</p>
      <div className="catalogue-filters">
        <Input value={words} allowClear placeholder={figures.find} aria-label={figures.find} onChange={(event) => setWords(event.target.value)} />
        <Select value={unit} aria-label={common.unit} onChange={setUnit} showSearch={{ optionFilterProp: "label" }} popupMatchSelectWidth={false} options={[{ value: "", label: figures.city }, ...choices]} />
        {campaigns && <Select value={window} aria-label={t.catalogue_window} onChange={setWindow} popupMatchSelectWidth={false} options={[{ value: "year", label: t.window_year }, { value: "campaign", label: t.window_campaign }]} />}
      </div>
      {!items && <Skeleton lines={10} />}
      <ul>
        {wanted.map((indicator) => (
          <li key={indicator.code}>
            <p><b>{pick(indicator.name, locale)}</b> <code>{indicator.code}</code></p>
            <div className="catalogue-fields">
              {measuresOf(indicator, unit === "").map((measure) => {
                const call = writeCall(indicator.code, measure, unit || null, window);
                return <Button key={measure} size="small" title={call} onClick={() => insert(call)}>{term("measure", measure, locale)} <code>{measure}</code></Button>;
              })}
            </div>
          </li>
        ))}
        <li>
          <p><b>{t.catalogue_names}</b></p>
          <div className="catalogue-fields">
            {NAMES.map((name) => <Button key={name} size="small" onClick={() => insert(`{{ ${name} }}`)}>{term("template_name", name, locale)} <code>{name}</code></Button>)}
          </div>
        </li>
        {campaigns && <CampaignPieces onInsert={insert} />}
      </ul>
    </Drawer>
  );
}
