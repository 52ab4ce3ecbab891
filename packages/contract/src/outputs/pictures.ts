import * as z from "zod";

/** Addresses on this origin, of 256 and 64 px; null where there is no picture. */
export const Logo = z.object({ logo: z.string().nullable(), small: z.string().nullable() });
export type Logo = z.infer<typeof Logo>;

export const OwnAvatar = z.object({ avatar: z.string().nullable() });
export type OwnAvatar = z.infer<typeof OwnAvatar>;
