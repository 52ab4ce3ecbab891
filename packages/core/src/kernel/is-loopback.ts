/** Whether an address never leaves this machine: so do all names below `localhost` (RFC 6761, 6.3). */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === "127.0.0.1" || hostname === "[::1]";
}
