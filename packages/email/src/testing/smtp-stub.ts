import type { AddressInfo, Server, Socket } from "node:net";
import { createServer } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { SMTPServer } from "smtp-server";

export interface SmtpStub {
  port: number;
  /** Raw messages taken, in order. */
  taken: string[];
  /** Recipients of the envelopes, in order. */
  recipients: string[];
  connectionCount(): number;
  /** Cuts every open connection without a word; for servers without TLS. */
  dropAll(): void;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback; `options` change how it behaves, `answer` what it says to a whole message. */
export async function startSmtp(
  options: SMTPServerOptions = {},
  answer: (nth: number, stub: SmtpStub) => Promise<Error | null> = async () => null,
): Promise<SmtpStub> {
  const taken: string[] = [];
  const recipients: string[] = [];
  let messages = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    hideSTARTTLS: true,
    logger: false,
    closeTimeout: 1,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        messages += 1;
        const refusal = await answer(messages, stub);
        if (refusal === null) {
          taken.push(Buffer.concat(chunks).toString("utf8"));
          recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        }
        done(refusal);
      });
    },
    ...options,
  });
  smtp.on("error", () => undefined);
  const listening = await listen(smtp.server as Server, (port) => smtp.listen(port, "127.0.0.1"));
  // Its own close, which knows the TLS sockets: destroying the plain one below them can crash Node.
  const stop = () => new Promise<void>((resolve) => smtp.close(() => resolve()));
  const stub: SmtpStub = { ...listening, stop, taken, recipients };
  return stub;
}

/** Accepts connections and then says nothing, for ever. */
export async function startSilence(): Promise<SmtpStub> {
  const server = createServer(() => undefined);
  const listening = await listen(server, (port) => server.listen(port, "127.0.0.1"));
  return { ...listening, taken: [], recipients: [] };
}

/** A port of loopback where nobody listens. */
export async function closedPort(): Promise<number> {
  const silence = await startSilence();
  await silence.stop();
  return silence.port;
}

/** An answer of a server: its status goes on the wire. */
export function reply(responseCode: number, message = "no"): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function listen(server: Server, open: (port: number) => unknown) {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise((resolve) => {
    server.once("listening", resolve);
    open(0);
  });
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      dropAll();
    });
  return { port, dropAll, stop, connectionCount: () => connections };
}
