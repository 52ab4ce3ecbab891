import { readdirSync, readFileSync } from "node:fs";
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
  asked: number;
  errors: number;
  /** What the errors were: `status`, `status code`, or the name of a broken connection. */
  kinds: Record<string, number>;
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
  const kinds: Record<string, number> = {};
  let index = 0;
  const ask = async () => {
    while (performance.now() < endAt) {
      const at = performance.now();
      const problem = await once(subject, agent, index++).catch(brokenBy);
      times.push(performance.now() - at);
      if (problem !== null) kinds[problem] = (kinds[problem] ?? 0) + 1;
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
    asked: times.length,
    errors: Object.values(kinds).reduce((sum, count) => sum + count, 0),
    kinds,
  };
}

function brokenBy(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "broken";
}

/** Null where it was answered well; else what was wrong: the status with the code of the failure. */
function once(subject: Subject, agent: Agent, index: number): Promise<string | null> {
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
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 400) {
          response.resume();
          response.once("end", () => resolve(null));
          return;
        }
        response.setEncoding("utf8");
        let text = "";
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.once("end", () => resolve(`${status} ${/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ""}`.trim()));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** User and system time of a process and of those it started, from Linux's /proc; 0 elsewhere, where only the rates are told. */
function cpuMs(pid: number): number {
  let all: Map<number, number[]>;
  try {
    all = new Map(readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : [])));
  } catch {
    return 0;
  }
  const own = new Set([pid]);
  for (let size = 0; size < own.size; ) {
    size = own.size;
    for (const [child, [parent = 0]] of all) if (own.has(parent)) own.add(child);
  }
  return [...own].reduce((sum, one) => sum + (all.get(one)?.[1] ?? 0), 0);
}

function statOf(pid: number): [pid: number, [parent: number, cpuMs: number]][] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return [[pid, [Number(fields[1]), (Number(fields[11]) + Number(fields[12])) * 10]]];
  } catch {
    return [];
  }
}
