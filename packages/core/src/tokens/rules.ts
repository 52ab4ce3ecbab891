/** Live tokens of one account: more than a person can keep in mind, and few enough to show on one page. */
export const MAX_TOKENS = 50;
