export { acceptOwnership } from "./accept-ownership.ts";
export { cancelOwnership } from "./cancel-ownership.ts";
export { declineOwnership } from "./decline-ownership.ts";
export { nameHeir } from "./name-heir.ts";
export { offerOwnership } from "./offer-ownership.ts";
export { getOwnership, listCandidates, listOffers, proveTransferScope } from "./queries.ts";
