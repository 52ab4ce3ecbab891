import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

/** One thing to measure: what to ask, and of which process. */
export interface Subject {
  name: string;
  pid: number;
  port: number;
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** A new body for each request; its size is sent with it. */
  body?: (index: number) => string;
  /** Headers that change with each request. */
  vary?: (index: number) => Record<string, string>;
}

export interface Measured {
  requestsPerSecond: number;
  cpuMsPerRequest: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
}

/** Asks without pause over `connections` for `seconds`, and reads what CPU the subject's own process spent meanwhile. */
export async function measure(
  subject: Subject,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const cpuBefore = cpuMs(subject.pid);
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  const times: number[] = [];
  let errors = 0;
  let index = 0;
  const ask = async () => {
    while (performance.now() < endAt) {
      const at = performance.now();
      const status = await once(subject, agent, index++).catch(() => 0);
      times.push(performance.now() - at);
      if (status < 200 || status >= 400) errors++;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const elapsed = performance.now() - startedAt;
  const cpu = cpuMs(subject.pid) - cpuBefore;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: (times.length / elapsed) * 1000,
    cpuMsPerRequest: cpu / Math.max(times.length, 1),
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    errors,
  };
}

function once(subject: Subject, agent: Agent, index: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = subject.body?.(index);
    const headers = {
      ...subject.headers,
      ...subject.vary?.(index),
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
    };
    const sent = request(
      { agent, host: "127.0.0.1", port: subject.port, path: subject.path, method: subject.method ?? "GET", headers },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** User and system time of one process, from Linux's /proc; 0 elsewhere, where only the rates are told. */
function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
