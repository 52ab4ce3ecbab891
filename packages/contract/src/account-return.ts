/** Spec ID-14: so long one may come back after deleting one's account. */
export const RETURN_DAYS = 14;
