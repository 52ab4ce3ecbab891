import * as z from "zod";
import { WorkspaceId } from "./workspaces.ts";

const MemberId = z.uuid("INVALID");
const Reason = z.string().min(1, "REQUIRED").max(500, "INVALID");

export const OfferOwnershipInput = z.strictObject({ id: WorkspaceId, memberId: MemberId });
export const ListCandidatesInput = z.strictObject({ id: WorkspaceId, q: z.string().max(100, "INVALID").optional() });
/** `memberId`: null = nobody any more. */
export const NameHeirInput = z.strictObject({ id: WorkspaceId, memberId: MemberId.nullable() });
/** `id`: of the transfer. */
export const TransferInput = z.strictObject({ id: z.uuid("INVALID") });
/** For the worker. */
export const ExpireOwnershipInput = z.strictObject({ id: z.uuid("INVALID"), reason: Reason });
