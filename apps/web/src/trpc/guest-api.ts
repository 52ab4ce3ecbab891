import { makeClient } from "./client.ts";

/**
 * The API for pages before sign-in. They only ever send forms, whose state the form holds, so react-query (10 KB, for
 * caches they do not have) stays out of them.
 */
export const guestApi = makeClient();
