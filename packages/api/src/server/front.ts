import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { AnyTRPCRouter } from "@trpc/server";
import { createApiApp } from "./api-app.ts";
import { drain } from "./drain.ts";
import { createHttpServer } from "./http-server.ts";
import { publishInProcess } from "./in-process.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { createListener } from "./listener.ts";
import type { FrontOptions } from "./options.ts";
import { DATA_POLICY, fixedHeaders } from "./security-headers.ts";

export interface Front {
  /** Answers a request under `/api` without a socket, by the same rules; the caller's address is the loopback. */
  fetch(request: Request): Promise<Response>;
  /** Resolves with the port once connections are accepted; port 0 takes a free one, no host takes every interface. */
  listen(port: number, host?: string): Promise<number>;
  /** Says "not ready", stops accepting, finishes what is in flight (10 s at most), then closes Next and the pools. */
  close(): Promise<void>;
}

/** The one server of an app: the API in front, Next behind, and the rules of the house before both. */
export function createFront<Router extends AnyTRPCRouter>(options: FrontOptions<Router>): Front {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const fixed = fixedHeaders(options.baseUrl);
  let draining = false;
  const isDraining = () => draining;
  const api = createApiApp(options, limits, isDraining);
  const server = createHttpServer(createListener(options, limits, api, isDraining), limits, fixed);
  const { upgrade } = options.pages ?? {};
  const upgraded = new Set<Duplex>();
  if (options.dev && upgrade) {
    server.on("upgrade", (incoming, socket, head) => {
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
      upgrade(incoming, socket, head);
    });
  }
  const withdraw = publishInProcess(options);
  let closing: Promise<void> | undefined;

  const shutDown = async () => {
    draining = true;
    await drain(server, upgraded, limits);
    await options.pages?.close();
    withdraw();
    await options.onClosed?.();
  };

  return {
    async fetch(request) {
      const arrival = { requestId: randomUUID(), ip: "127.0.0.1", cookies: [], extraHeaders: [] };
      const answer = await api.fetch(request, { arrival });
      const response = new Response(answer.body, answer);
      for (const [name, value] of fixed) response.headers.set(name, value);
      for (const [name, value] of arrival.extraHeaders as [string, string][]) response.headers.set(name, value);
      for (const cookie of arrival.cookies) response.headers.append("Set-Cookie", cookie);
      response.headers.set("X-Request-Id", arrival.requestId);
      response.headers.set("Content-Security-Policy", DATA_POLICY);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
      return response;
    },
    async listen(port, host) {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    },
    close() {
      closing ??= shutDown();
      return closing;
    },
  };
}
