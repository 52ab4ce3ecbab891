import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import { captcha } from "@pronaflow/app/i18n/vi/captcha.ts";
import { passkeys } from "@pronaflow/app/i18n/vi/passkeys.ts";
import { password } from "@pronaflow/app/i18n/vi/password.ts";
import { stepUp } from "@pronaflow/app/i18n/vi/step-up.ts";
import type { en } from "./en.ts";
import { access } from "./vi/access.ts";
import { account } from "./vi/account.ts";
import { activity } from "./vi/activity.ts";
import { app } from "./vi/app.ts";
import { auth } from "./vi/auth.ts";
import { connections } from "./vi/connections.ts";
import { data } from "./vi/data.ts";
import { deletion } from "./vi/deletion.ts";
import { docs } from "./vi/docs.ts";
import { emailChange } from "./vi/email-change.ts";
import { factors } from "./vi/factors.ts";
import { guard } from "./vi/guard.ts";
import { invitation } from "./vi/invitation.ts";
import { invitations } from "./vi/invitations.ts";
import { links } from "./vi/links.ts";
import { log } from "./vi/log.ts";
import { members } from "./vi/members.ts";
import { notices } from "./vi/notices.ts";
import { ownership } from "./vi/ownership.ts";
import { providers } from "./vi/providers.ts";
import { security } from "./vi/security.ts";
import { settings } from "./vi/settings.ts";
import { shell } from "./vi/shell.ts";
import { states } from "./vi/states.ts";
import { tokens } from "./vi/tokens.ts";
import { workspaces } from "./vi/workspaces.ts";
import { zones } from "./vi/zones.ts";

/** Every word of the app in Vietnamese. */
export const vi: SameShape<typeof en> = {
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
};
