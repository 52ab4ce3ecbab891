import * as z from "zod";
import { CONSOLE_ROLES } from "../inputs/admins.ts";
import { SYSTEM_ROLES } from "../system-permissions.ts";

const Timestamp = z.string().meta({ format: "date-time" });

/** LEAVING: its owner deleted it, and it is removed when its 14 days are over. */
const AdminStatus = z.enum(["PENDING", "ACTIVE", "SUSPENDED", "LEAVING"]);

export const Admin = z.object({
  id: z.string(),
  displayName: z.string(),
  username: z.string(),
  email: z.string(),
  role: z.enum(CONSOLE_ROLES),
  status: AdminStatus,
  /** Whether a second factor is set up; without one the console asks for it before it opens. */
  hasSecondFactor: z.boolean(),
  /** In the console; null where they have never been, or too long ago to know. */
  lastSeenAt: Timestamp.nullable(),
  /** The only one left who can name admins: stays as they are. */
  isLastSuperadmin: z.boolean(),
});
export type Admin = z.infer<typeof Admin>;

export const AdminPage = z.object({ items: z.array(Admin), nextCursor: z.string().nullable() });
export type AdminPage = z.infer<typeof AdminPage>;

/** Who might be given a role. */
export const Candidate = z.object({
  id: z.string(),
  displayName: z.string(),
  username: z.string(),
  email: z.string(),
  role: z.enum(SYSTEM_ROLES),
  status: AdminStatus,
  hasSecondFactor: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

export const SystemRoleChanged = z.object({ accountId: z.string(), role: z.enum(SYSTEM_ROLES) });
