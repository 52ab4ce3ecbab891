import type { Permission, Role } from "@pronaflow/contract";
import { assignableRoles, can, invitableRoles, mayManage, PERMISSIONS, ROLES } from "@pronaflow/contract";
import type { Tree } from "../checks/check.ts";

const PATH = "docs/permissions.md";

/** What each permission lets one do, for the page. */
const MEANS: Record<Permission, string> = {
  "workspace.view": "open the workspace",
  "workspace.update": "change its name, description and address",
  "workspace.delete": "delete it, and undo that for 24 hours",
  "ownership.transfer": "hand it over, name an heir, set its security policy",
  "settings.view": "see its settings",
  "settings.update": "change hours, language and time zone",
  "branding.update": "change logo and colour",
  "billing.view": "see the billing profile",
  "billing.manage": "change the billing profile",
  "members.view": "see who is in it",
  "members.invite": "invite people",
  "members.update": "change roles, switch access off and on, set a guest's end",
  "members.remove": "remove members",
  "audit.view": "read and export the access log, see how safe it is kept",
};

/** The text of `docs/permissions.md`, from the one table of code. */
export function permissionsPageText(): string {
  return `${[
    "# Permissions",
    "Written by `node tooling/run/permissions-page.ts` from `packages/contract/src/permissions.ts`: the API enforces that table, the",
    "screens read it, the tests walk it. A role holds what is marked; a refusal (`FORBIDDEN`) names the permission that is missing",
    "and the roles that can grant it.",
    "",
    row(["permission", "lets one", ...ROLES.map(title)]),
    row(["---", "---", ...ROLES.map(() => ":-:")]),
    ...PERMISSIONS.map((permission) =>
      row([`\`${permission}\``, MEANS[permission], ...ROLES.map((role) => (can(role, permission) ? "●" : ""))]),
    ),
    "",
    "## Whom one reaches",
    "Nobody grants above their own role, judged at the moment it takes effect. The last active Owner can neither go nor be changed.",
    "",
    row(["role", "invites people as", "gives members the role", "manages"]),
    row(["---", "---", "---", "---"]),
    ...ROLES.map((role) =>
      row([
        title(role),
        list(invitableRoles(role)),
        list(assignableRoles(role)),
        list(ROLES.filter((to) => mayManage(role, to))),
      ]),
    ),
  ].join("\n")}\n`;
}

/** The committed page is the generated one. */
export function permissionsPage(tree: Tree): string[] {
  const committed = tree.find(({ path }) => path === PATH)?.text;
  if (committed && wordsOf(committed) === wordsOf(permissionsPageText())) return [];
  return [`${PATH} is not what the table says. Run: node tooling/run/permissions-page.ts`];
}

/** The formatter aligns tables: blanks and rules say nothing. */
function wordsOf(text: string): string {
  return text.replace(/\s+/g, " ").replace(/-{2,}/g, "-");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function list(roles: readonly Role[]): string {
  return roles.map(title).join(", ") || "–";
}

function title(role: Role): string {
  return role.charAt(0) + role.slice(1).toLowerCase();
}
