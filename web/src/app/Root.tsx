/** The providers around the router: language, theme, cache. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, useMemo, useState } from "react";
import { RouterProvider } from "react-router";
import { toProblem } from "@/api/problem";
import { LocaleContext, messages, storedLocale, storeLocale, type Locale } from "@/locales";
import { ToastPlace } from "@/ui/toast";
import { createRouter } from "./router";
import { theme } from "./theme";

/** A refusal will not change by asking again; a network that failed may. */
function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (tries, error) => tries < 2 && [0, 502, 503, 504].includes(toProblem(error).status),
        refetchOnWindowFocus: false,
        staleTime: 10_000,
      },
    },
  });
}

/** The whole client. */
export function Root() {
  const [locale, choose] = useState<Locale>(storedLocale);
  const [client] = useState(makeClient);
  const [router] = useState(createRouter);
  useEffect(() => {
    document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
    document.title = messages(locale).shell.product;
    dayjs.locale(locale === "zh" ? "zh-cn" : "en");
  }, [locale]);
  const language = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        storeLocale(next);
        choose(next);
      },
    }),
    [locale],
  );
  return (
    <LocaleContext value={language}>
      <ConfigProvider theme={theme} locale={locale === "zh" ? zhCN : enUS} button={{ autoInsertSpace: false }}>
        <ToastPlace>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ToastPlace>
      </ConfigProvider>
    </LocaleContext>
  );
}
