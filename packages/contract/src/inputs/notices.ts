import * as z from "zod";
import { LinkToken } from "./identity.ts";

/** The link of a security mail, as its owner says "this wasn't me". */
export const DisownInput = z.strictObject({ token: LinkToken });
