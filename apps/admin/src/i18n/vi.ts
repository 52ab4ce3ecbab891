import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import { captcha } from "@pronaflow/app/i18n/vi/captcha.ts";
import { factors } from "@pronaflow/app/i18n/vi/factors.ts";
import { passkeys } from "@pronaflow/app/i18n/vi/passkeys.ts";
import { password } from "@pronaflow/app/i18n/vi/password.ts";
import { stepUp } from "@pronaflow/app/i18n/vi/step-up.ts";
import type { en } from "./en.ts";
import { access } from "./vi/access.ts";
import { accounts } from "./vi/accounts.ts";
import { admins } from "./vi/admins.ts";
import { app } from "./vi/app.ts";
import { auth } from "./vi/auth.ts";
import { history } from "./vi/history.ts";
import { incidents } from "./vi/incidents.ts";
import { lists } from "./vi/lists.ts";
import { security } from "./vi/security.ts";
import { shell } from "./vi/shell.ts";
import { states } from "./vi/states.ts";
import { workspaces } from "./vi/workspaces.ts";

/** Every word of the console in Vietnamese. */
export const vi: SameShape<typeof en> = {
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
};
