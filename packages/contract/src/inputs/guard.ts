import * as z from "zod";
import { GivenPassword, LinkToken } from "./identity.ts";

export const UnlockAccountInput = z.strictObject({ token: LinkToken });

/** One's own password again, wherever a prompt asks for it. */
export const ProvePasswordInput = z.strictObject({ password: GivenPassword });
