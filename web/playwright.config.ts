/**
 * The browser's journeys. Without BASE_URL the built client is served alone and the answers are fixtures;
 * with BASE_URL (a running `zhaoyin serve`) the real server answers.
 */
import { defineConfig } from "@playwright/test";

const real = process.env.BASE_URL;

export default defineConfig({
  testDir: "e2e",
  // What adds up lists needs real lists.
  testIgnore: real ? [] : ["**/figures.spec.ts", "**/import.spec.ts", "**/records.spec.ts", "**/desk.spec.ts"],
  timeout: 120_000,
  workers: Number(process.env.WORKERS ?? "2"),
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    baseURL: real ?? "http://127.0.0.1:4173",
    timezoneId: "Asia/Shanghai",
    locale: "zh-CN",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Chromium refuses its sandbox as root, which is what containers are.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: real ? undefined : { command: "npx vite preview --host 127.0.0.1 --port 4173 --strictPort", url: "http://127.0.0.1:4173", reuseExistingServer: true },
});
