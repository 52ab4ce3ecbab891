import * as z from "zod";

const Timestamp = z.string().meta({ format: "date-time" });

const Person = z.object({ memberId: z.string(), displayName: z.string() });

/** With a picture: where it is; null: they have none. */
const SeenPerson = Person.extend({ accountId: z.string(), avatar: z.string().nullable() });

/** An offer that waits, as the workspace's Owners see it. */
export const PendingTransfer = z.object({
  id: z.string(),
  from: z.string(),
  to: Person,
  offeredAt: Timestamp,
  expiresAt: Timestamp,
});

/** Who owns a workspace. To those who may hand it over: the offer that waits and their own heir; to others, null. */
export const Ownership = z.object({
  owners: z.array(SeenPerson.extend({ isYou: z.boolean(), since: Timestamp })),
  transfer: PendingTransfer.nullable(),
  heir: Person.nullable(),
});
export type Ownership = z.infer<typeof Ownership>;

/** Who could take over: active members who are not Owners yet. */
export const Candidates = z.object({ items: z.array(SeenPerson.extend({ username: z.string() })) });
export type Candidates = z.infer<typeof Candidates>;

export const OfferedTransfer = z.object({ id: z.string(), expiresAt: Timestamp });

/** An offer made to oneself. */
export const ReceivedOffer = z.object({
  id: z.string(),
  workspaceId: z.string(),
  workspaceName: z.string(),
  slug: z.string(),
  from: z.string(),
  offeredAt: Timestamp,
  expiresAt: Timestamp,
});
export type ReceivedOffer = z.infer<typeof ReceivedOffer>;
export const ReceivedOffers = z.object({ items: z.array(ReceivedOffer) });

export const AcceptedTransfer = z.object({ workspaceId: z.string(), slug: z.string(), role: z.literal("OWNER") });
