/** The schema of a proof comes when a form is first judged, not with the page. */
export const loadProveOfferInput = async () => (await import("@pronaflow/contract/inputs/providers")).ProveOfferInput;
