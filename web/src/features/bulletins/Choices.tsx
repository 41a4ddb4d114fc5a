/** What a draft begins from: a template (those that ship, the office's own) and the campaign that it speaks of. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import type { BulletinTemplate } from "@/api/contract";
import { campaignChoices } from "@/api/desk";
import { usePermission } from "@/api/queries";
import { pick, useLocale, useText } from "@/locales";
import { speaksOfCampaign } from "./call";

/** The two choices; the campaign only where the text may speak of one. */
export function Choices({ templates, template, body, campaign, onTemplate, onCampaign }: {
  templates: BulletinTemplate[];
  template: BulletinTemplate;
  body: string;
  campaign: string;
  onTemplate: (code: string) => void;
  onCampaign: (code: string) => void;
}) {
  const t = useText("bulletins");
  const common = useText("common");
  const { locale } = useLocale();
  const may = usePermission("campaigns.read");
  const asks = may && speaksOfCampaign(body);
  const { data } = useQuery({ queryKey: ["campaigns", "choices"], queryFn: campaignChoices, enabled: asks, staleTime: 60_000 });
  const option = (each: BulletinTemplate) => ({ value: each.code, label: pick(each.name, locale) });
  const [shipped, own] = [templates.filter((each) => !each.own), templates.filter((each) => each.own)];
  const options: { value?: string; label: string; options?: { value: string; label: string }[] }[] = own.length === 0 ? shipped.map(option) : [{ label: t.templates_shipped, options: shipped.map(option) }, { label: t.templates_own, options: own.map(option) }];
  return (
    <div className="compose-choices">
      <Form.Item label={t.template} htmlFor="template"><Select id="template" value={template.code} aria-label={t.template} onChange={onTemplate} options={options} /></Form.Item>
      {asks && (
        <Form.Item label={t.campaign} htmlFor="campaign" extra={data?.items.length === 0 ? t.campaign_empty : undefined}>
          <Select id="campaign" value={campaign} aria-label={t.campaign} onChange={onCampaign} showSearch={{ optionFilterProp: "label" }} options={[{ value: "", label: common.none }, ...(data?.items ?? []).map((each) => ({ value: each.code, label: `${each.name}（${each.from_month} — ${each.until_month}）` }))]} />
        </Form.Item>
      )}
    </div>
  );
}
