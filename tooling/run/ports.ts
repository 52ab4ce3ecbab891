import { connect, createServer } from "node:net";

export type WantedPort = { port: number; purpose: string; variable: string };

/**
 * Names every port that another program holds and the variable that moves us away from it.
 * Throws one error for all of them, so that nobody has to find them one start at a time.
 */
export async function assertPortsFree(wanted: WantedPort[]): Promise<void> {
  const taken: WantedPort[] = [];
  for (const candidate of wanted) {
    if (await isTaken(candidate.port)) taken.push(candidate);
  }
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ port, purpose, variable }) =>
      `Port ${port} (${purpose}) is taken by another program. Stop it, or set ${variable} to a free port.`,
  );
  throw new Error(lines.join("\n"));
}

// macOS lets two programs listen on one port at different addresses, so trying to listen is not enough there.
export async function isTaken(port: number): Promise<boolean> {
  if (!(await canListen(port))) return true;
  return (await answers(port, "127.0.0.1")) || (await answers(port, "::1"));
}

function canListen(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", () => settle(false));
    server.listen(port, "127.0.0.1", () => server.close(() => settle(true)));
  });
}

export function answers(port: number, host: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host });
    const finish = (isOpen: boolean) => {
      socket.destroy();
      settle(isOpen);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.setTimeout(500, () => finish(false));
  });
}
