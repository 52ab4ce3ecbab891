import { captcha } from "@pronaflow/app/i18n/en/captcha.ts";
import { factors } from "@pronaflow/app/i18n/en/factors.ts";
import { passkeys } from "@pronaflow/app/i18n/en/passkeys.ts";
import { password } from "@pronaflow/app/i18n/en/password.ts";
import { stepUp } from "@pronaflow/app/i18n/en/step-up.ts";
import { access } from "./en/access.ts";
import { accounts } from "./en/accounts.ts";
import { admins } from "./en/admins.ts";
import { app } from "./en/app.ts";
import { auth } from "./en/auth.ts";
import { history } from "./en/history.ts";
import { incidents } from "./en/incidents.ts";
import { lists } from "./en/lists.ts";
import { security } from "./en/security.ts";
import { shell } from "./en/shell.ts";
import { states } from "./en/states.ts";
import { workspaces } from "./en/workspaces.ts";

/** Every word of the console in English: the keys all other languages must have. */
export const en = {
  access,
  accounts,
  admins,
  app,
  auth,
  captcha,
  factors,
  history,
  incidents,
  lists,
  passkeys,
  password,
  security,
  shell,
  states,
  stepUp,
  workspaces,
} as const;
