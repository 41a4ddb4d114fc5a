/** Who invests: several companies with their shares; one that is not registered yet is named here. */
import { Button, Form, Input } from "antd";
import { CompanyChoice, DivisionChoice } from "@/api/choices";
import { basisPoints } from "@/lib/format";
import { typedBasisPoints } from "@/lib/typed";
import { fill, useLocale, useText } from "@/locales";
import { shareRule } from "@/ui/fields";
import { requiredRule } from "@/ui/FormProblem";
import type { TypedInvestor } from "./form";

/** The typed shares added up in percent; null while none is typed. */
export function sharesTotal(investors: readonly (TypedInvestor | undefined)[]): string | null {
  const points = investors.map((each) => typedBasisPoints(each?.share)).filter((each) => each !== null);
  return points.length === 0 ? null : basisPoints(points.reduce((all, each) => all + each, 0));
}

/** Holds a value that is no field of its own. */
const Held = () => null;

function Unlisted({ at, disabled }: { at: number; disabled: boolean }) {
  const t = useText("projects");
  const companies = useText("companies");
  const { locale } = useLocale();
  return (
    <>
      <Form.Item name={[at, "name"]} label={t.investor_name} rules={[requiredRule(t.investor_name, locale)]}><Input maxLength={120} disabled={disabled} autoComplete="off" /></Form.Item>
      <Form.Item name={[at, "division"]} label={companies.division} rules={[requiredRule(companies.division, locale)]}><DivisionChoice disabled={disabled} /></Form.Item>
      <Form.Item name={[at, "uscc"]} label={companies.uscc} rules={[{ pattern: /^\s*[0-9A-Za-z]{18}\s*$/, message: companies.uscc_invalid }]}><Input maxLength={20} disabled={disabled} autoComplete="off" /></Form.Item>
    </>
  );
}

function Investor({ at, several, disabled, onRemove }: { at: number; several: boolean; disabled: boolean; onRemove: () => void }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const form = Form.useFormInstance();
  const unlisted = Form.useWatch<boolean | undefined>(["investors", at, "unlisted"], { form, preserve: true });
  const turn = () => form.setFieldValue(["investors", at, "unlisted"], !unlisted);
  return (
    <fieldset className="investor">
      <Form.Item name={[at, "unlisted"]} hidden><Held /></Form.Item>
      <legend>{fill(t.investor_nth, { n: at + 1 })} {several && !disabled && <Button type="link" size="small" onClick={onRemove}>{common.remove}</Button>}</legend>
      {unlisted ? <Unlisted at={at} disabled={disabled} /> : <Form.Item name={[at, "company_id"]} label={t.form_company} rules={[requiredRule(t.form_company, locale)]}><CompanyChoice disabled={disabled} /></Form.Item>}
      {!disabled && <Button type="link" size="small" className="investor-turn" onClick={turn}>{unlisted ? t.investor_listed : t.investor_unlisted}</Button>}
      <div className="investor-line">
        <Form.Item name={[at, "share"]} label={t.share} rules={[...(several ? [requiredRule(t.share, locale)] : []), shareRule(locale)]}><Input inputMode="decimal" suffix="%" disabled={disabled} placeholder={several ? undefined : "100"} autoComplete="off" /></Form.Item>
        <Form.Item name={[at, "look_through"]} label={t.look_through} extra={t.look_through_hint}><DivisionChoice disabled={disabled} allowClear /></Form.Item>
      </div>
    </fieldset>
  );
}

/** The list, with one investor at least. */
export function InvestorFields({ disabled }: { disabled: boolean }) {
  const t = useText("projects");
  const investors = Form.useWatch<(TypedInvestor | undefined)[] | undefined>("investors", Form.useFormInstance()) ?? [];
  const total = sharesTotal(investors);
  return (
    <Form.List name="investors">
      {(fields, { add, remove }, { errors }) => (
        <div className="investors" id="investors" tabIndex={-1}>
          {fields.map((field) => <Investor key={field.key} at={field.name} several={fields.length > 1} disabled={disabled} onRemove={() => remove(field.name)} />)}
          <Form.ErrorList errors={errors} />
          <p className="investors-foot">
            {!disabled && <Button size="small" onClick={() => add({})}>{t.investor_add}</Button>}
            {fields.length > 1 && total !== null && <span className={total === "100" ? "form-note" : "behind-words"}>{fill(t.shares_total, { percent: total })}</span>}
          </p>
        </div>
      )}
    </Form.List>
  );
}
