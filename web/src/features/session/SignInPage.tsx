/** Signing in, and the forced change of a one-time password. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { Navigate, useSearchParams } from "react-router";
import { session as calls } from "@/api/calls";
import { toProblem, type Problem } from "@/api/problem";
import { keys, useSession } from "@/api/queries";
import { safeBack } from "@/lib/paths";
import { useLocale, useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { requiredRule } from "@/ui/FormProblem";
import { PasswordForm } from "./PasswordForm";
import "./session.css";

function SignInForm({ onDone }: { onDone: (password: string) => Promise<unknown> }) {
  const t = useText("session");
  const { locale } = useLocale();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (body: { login: string; password: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      await calls.create(body);
      await onDone(body.password);
    } catch (thrown) {
      setProblem(toProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(body) => void submit(body)}>
      {problem && <Fault problem={problem} />}
      <Form.Item name="login" label={t.login} rules={[requiredRule(t.login, locale)]}>
        <Input size="large" autoComplete="username" autoFocus spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[requiredRule(t.password, locale)]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>{t.submit}</Button>
      <p className="sign-in-help">{t.help}</p>
    </Form>
  );
}

/** The page without the frame. */
export function SignInPage() {
  const t = useText("session");
  const shell = useText("shell");
  const { locale, setLocale } = useLocale();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const { data: session, isPending } = useSession();
  const [oneTime, setOneTime] = useState<string | null>(null);
  const forget = () => client.resetQueries({ queryKey: keys.session });
  if (session && !session.must_change_password) return <Navigate to={safeBack(search.get("back"))} replace />;
  const mustChange = session?.must_change_password ?? false;
  return (
    <main className="sign-in">
      <div className="sign-in-words">
        <svg viewBox="0 0 320 120" aria-hidden className="sign-in-curve">
          <path d="M0 110 320 20" className="sign-in-schedule" />
          <path d="M0 110C60 104 90 92 130 74s80-28 110-44 56-20 80-24" className="sign-in-data" />
          <circle cx="168" cy="62.7" r="4" />
        </svg>
        <h1>{shell.product}</h1>
        <p>{t.tagline}</p>
      </div>
      <div className="sign-in-form">
        <Button className="sign-in-language" type="text" size="small" aria-label={shell.language_label} onClick={() => setLocale(locale === "zh" ? "en" : "zh")}>{shell.language}</Button>
        <h2>{mustChange ? t.must_change : t.title}</h2>
        {!isPending && mustChange && (
          <>
            <p className="secondary">{t.must_change_hint}</p>
            <PasswordForm known={oneTime} oneTime submitText={t.change} onDone={() => void forget()} />
          </>
        )}
        {!isPending && !mustChange && (
          <SignInForm
            onDone={(password) => {
              setOneTime(password);
              return forget();
            }}
          />
        )}
      </div>
    </main>
  );
}
