/** Fields that forms share: a date, an amount of money, a share, a month; all hold plain strings. */
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { compare } from "@/lib/decimal";
import { exactMoney, headlineMoney } from "@/lib/format";
import { isMonth } from "@/lib/month";
import { isLarge, typedBasisPoints, typedFault, typedYuan, type Power } from "@/lib/typed";
import { fill, messages, useLocale, useText, type Locale } from "@/locales";
import { requiredRule } from "./FormProblem";

interface FieldProps { name: string; label: string; extra?: ReactNode; optional?: boolean; disabled?: boolean }

/** A day, "YYYY-MM-DD". */
export function DateField({ name, label, extra, optional = false, disabled = false }: FieldProps) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : [requiredRule(label, locale)]}>
      <Input type="date" disabled={disabled} style={{ maxWidth: 200 }} />
    </Form.Item>
  );
}

/** A month, "YYYY-MM", typed; the native month field is missing in some browsers. */
export function MonthField({ name, label, extra }: FieldProps) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[requiredRule(label, locale), { validator: (_, value: string) => (!value || isMonth(value) ? Promise.resolve() : Promise.reject(new Error("YYYY-MM"))) }]}>
      <Input placeholder="2023-01" maxLength={7} style={{ maxWidth: 200 }} />
    </Form.Item>
  );
}

/** The name of a typed unit, as it stands beside the field. */
function unitOf(power: Power, locale: Locale): string {
  const words = messages(locale).entry;
  return power === 0 ? words.yuan : power === 4 ? words.wan : words.yi;
}

/** The amount read back in yuan while it is typed; nothing while it is none. */
export function ReadBack({ typed, power }: { typed: string | undefined; power: Power }) {
  const t = useText("entry");
  const { locale } = useLocale();
  const yuan = typedYuan(typed, power);
  if (yuan === null || power === 0) return null;
  return <span className="read-back" aria-live="polite">{fill(isLarge(yuan) ? t.reads_as_large : t.reads_as, { yuan: exactMoney(yuan), large: headlineMoney(yuan, locale) })}</span>;
}

/** The rule of an amount between `min` and `max` yuan. */
export function moneyRule(power: Power, locale: Locale, { min = "0", max }: { min?: string; max?: string } = {}) {
  const t = messages(locale).entry;
  const check = (value: string | undefined): string | null => {
    if (!value) return null;
    const fault = typedFault(value, power);
    if (fault) return fault === "too_fine" ? fill(t.too_fine, { unit: unitOf(power, locale), n: power + 2 }) : fill(t.not_a_number, { unit: unitOf(power, locale) });
    const yuan = typedYuan(value, power) ?? "";
    if (compare(yuan, min) < 0) return t.too_small;
    return max !== undefined && compare(yuan, max) > 0 ? fill(t.too_large, { max: exactMoney(max) }) : null;
  };
  return {
    validator: (_: unknown, value: string | undefined) => {
      const wrong = check(value);
      return wrong === null ? Promise.resolve() : Promise.reject(new Error(wrong));
    },
  };
}

/** An amount, typed in 万元 unless `power` says otherwise. The form keeps what was typed, `typedYuan` reads it. */
export function MoneyField({ name, label, extra, optional = false, disabled = false, power = 4, max, min }: FieldProps & { power?: Power; max?: string; min?: string }) {
  const { locale } = useLocale();
  const typed = Form.useWatch<string | undefined>(name, Form.useFormInstance());
  return (
    <Form.Item name={name} label={label} extra={typedYuan(typed, power) === null ? extra : <><ReadBack typed={typed} power={power} />{extra}</>} rules={[...(optional ? [] : [requiredRule(label, locale)]), moneyRule(power, locale, { min, max })]}>
      <Input inputMode="decimal" suffix={unitOf(power, locale)} disabled={disabled} style={{ maxWidth: 280 }} autoComplete="off" />
    </Form.Item>
  );
}

/** The rule of a share in percent, above nothing and at most `most` basis points. */
export function shareRule(locale: Locale, most = 10_000) {
  const t = messages(locale).entry;
  return {
    validator: (_: unknown, value: string | undefined) => {
      if (!value) return Promise.resolve();
      const points = typedBasisPoints(value);
      return points !== null && points > 0 && points <= most ? Promise.resolve() : Promise.reject(new Error(t.not_a_share));
    },
  };
}
