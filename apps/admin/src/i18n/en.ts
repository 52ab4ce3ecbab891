import { access } from "./en/access.ts";
import { app } from "./en/app.ts";
import { auth } from "./en/auth.ts";
import { history } from "./en/history.ts";
import { incidents } from "./en/incidents.ts";
import { password } from "./en/password.ts";
import { shell } from "./en/shell.ts";
import { states } from "./en/states.ts";
import { workspaces } from "./en/workspaces.ts";

/** Every word of the console in English: the keys all other languages must have. */
export const en = { access, app, auth, history, incidents, password, shell, states, workspaces } as const;
