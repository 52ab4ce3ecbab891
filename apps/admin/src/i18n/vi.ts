import type { en } from "./en.ts";
import type { SameShape } from "./same-shape.ts";
import { access } from "./vi/access.ts";
import { app } from "./vi/app.ts";
import { auth } from "./vi/auth.ts";
import { history } from "./vi/history.ts";
import { incidents } from "./vi/incidents.ts";
import { password } from "./vi/password.ts";
import { shell } from "./vi/shell.ts";
import { states } from "./vi/states.ts";
import { workspaces } from "./vi/workspaces.ts";

/** Every word of the console in Vietnamese. */
export const vi: SameShape<typeof en> = { access, app, auth, history, incidents, password, shell, states, workspaces };
