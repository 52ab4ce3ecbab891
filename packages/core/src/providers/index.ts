export { beginFlow } from "./begin-flow.ts";
export { finishFlow } from "./finish-flow.ts";
export { linkProvider } from "./link-provider.ts";
export { proveOffer } from "./prove-offer.ts";
export { listConnections, listProviders } from "./queries.ts";
export { FLOW_TTL_SECONDS } from "./rules.ts";
export { unlinkProvider } from "./unlink-provider.ts";
