/** Signing in to a real server, by the form, with the account that the environment names. */
import type { Page } from "@playwright/test";

/** Signs in and waits for the frame. */
export async function signIn(page: Page, back = "/"): Promise<void> {
  const login = process.env.LOGIN;
  const password = process.env.PASSWORD;
  if (!login || !password) throw new Error("BASE_URL needs LOGIN and PASSWORD of an account of the bureau");
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator(".shell").waitFor();
}
