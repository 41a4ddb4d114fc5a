/** Signing in. */
import type { session as zh } from "../zh/session";
import type { Words } from "../shape";

export const session: Words<typeof zh> = {
  title: "Sign in",
  tagline: "Every published figure opens, proves itself, and stays the same.",
  login: "Account",
  password: "Password",
  submit: "Sign in",
  help: "Forgot your password? Ask the administrator for a new one-time password.",
  must_change: "First sign-in: please set a password of your own",
  must_change_hint: "The one-time password works only once. At least 12 characters, not the old one.",
  old_password: "Current password",
  one_time_password: "One-time password",
  new_password: "New password",
  repeat_password: "Repeat the new password",
  differs: "The two entries differ",
  too_short: "At least 12 characters",
  change: "Set password and continue",
  changed: "Password changed",
  change_title: "Change password",
};
