/** Fields that forms share: a date, an amount of money, a month; all hold plain strings. */
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { compare, raise, readDecimal } from "@/lib/decimal";
import { isMonth } from "@/lib/month";
import { messages, useLocale, useText } from "@/locales";
import { requiredRule } from "./FormProblem";

interface FieldProps { name: string; label: string; extra?: ReactNode; optional?: boolean }

/** A day, "YYYY-MM-DD". */
export function DateField({ name, label, extra, optional = false }: FieldProps) {
  const { locale } = useLocale();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : [requiredRule(label, locale)]}>
      <Input type="date" style={{ maxWidth: 200 }} />
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

/** What a person typed, in yuan to the fen; null if it is no amount or finer than a fen. */
export function typedYuan(typed: string | undefined, power: number): string | null {
  const plain = readDecimal(typed ?? "");
  return plain === null ? null : raise(plain, power, 2);
}

/** An amount; `power` 0 is typed in 元, 4 in 万元. The form keeps what was typed, `typedYuan` reads it. */
export function MoneyField({ name, label, extra, optional = false, power = 0, max, min = "0" }: FieldProps & { power?: 0 | 4 | 8; max?: string; min?: string }) {
  const { locale } = useLocale();
  const t = useText("common");
  const words = messages(locale);
  const unit = power === 0 ? t.yuan : power === 4 ? (locale === "zh" ? "万元" : "CNY 10k") : locale === "zh" ? "亿元" : "CNY 100 m";
  const check = (_: unknown, value: string) => {
    if (!value) return Promise.resolve();
    const yuan = typedYuan(value, power);
    if (yuan === null || compare(yuan, min) < 0) return Promise.reject(new Error(words.common.field_money));
    if (max !== undefined && compare(yuan, max) > 0) return Promise.reject(new Error(words.funds.remains_range));
    return Promise.resolve();
  };
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[...(optional ? [] : [requiredRule(label, locale)]), { validator: check }]}>
      <Input inputMode="decimal" suffix={unit} style={{ maxWidth: 280 }} autoComplete="off" />
    </Form.Item>
  );
}
