import { captcha } from "@pronaflow/app/i18n/en/captcha.ts";
import { passkeys } from "@pronaflow/app/i18n/en/passkeys.ts";
import { password } from "@pronaflow/app/i18n/en/password.ts";
import { stepUp } from "@pronaflow/app/i18n/en/step-up.ts";
import { access } from "./en/access.ts";
import { account } from "./en/account.ts";
import { activity } from "./en/activity.ts";
import { app } from "./en/app.ts";
import { auth } from "./en/auth.ts";
import { connections } from "./en/connections.ts";
import { data } from "./en/data.ts";
import { deletion } from "./en/deletion.ts";
import { docs } from "./en/docs.ts";
import { emailChange } from "./en/email-change.ts";
import { factors } from "./en/factors.ts";
import { guard } from "./en/guard.ts";
import { invitation } from "./en/invitation.ts";
import { invitations } from "./en/invitations.ts";
import { links } from "./en/links.ts";
import { log } from "./en/log.ts";
import { members } from "./en/members.ts";
import { notices } from "./en/notices.ts";
import { ownership } from "./en/ownership.ts";
import { providers } from "./en/providers.ts";
import { security } from "./en/security.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { states } from "./en/states.ts";
import { tokens } from "./en/tokens.ts";
import { workspaces } from "./en/workspaces.ts";
import { zones } from "./en/zones.ts";

/** Every word of the app in English: the keys all other languages must have. */
export const en = {
  access,
  account,
  activity,
  app,
  auth,
  captcha,
  connections,
  data,
  deletion,
  docs,
  emailChange,
  guard,
  factors,
  invitation,
  invitations,
  links,
  log,
  members,
  notices,
  ownership,
  passkeys,
  password,
  providers,
  security,
  settings,
  shell,
  states,
  stepUp,
  tokens,
  workspaces,
  zones,
} as const;
