import { expect, test } from "vitest";
import type { FrontUnderTest } from "./front-under-test.ts";
import { sendRaw, startFront } from "./front-under-test.ts";

/** A page that answers when told to, and says when it was asked. */
function heldPage() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const closed: string[] = [];
  const pages = {
    handle: async (_incoming: unknown, outgoing: { end(text: string): unknown }) => {
      asked.resolve();
      await release.promise;
      outgoing.end("whole");
    },
    close: async () => void closed.push("pages"),
  };
  return { asked: asked.promise, release: release.resolve, pages, closed };
}

async function readinessOf(front: FrontUnderTest) {
  const answer = await front.fetch(new Request("http://app.example.test/api/health/ready"));
  return [answer.status, await answer.json()];
}

test("a stopping process is first not ready, then finishes what it has, then closes Next and the pools", async () => {
  const { asked, release, pages, closed } = heldPage();
  const front = await startFront({ pages, onClosed: async () => void closed.push("pools") });
  const page = fetch(`${front.url}/page`);
  await asked;
  const closing = front.close();
  expect(await readinessOf(front)).toEqual([503, { status: "draining", checks: {} }]);
  await expect(fetch(`${front.url}/api/health/live`)).rejects.toThrow();
  expect(closed).toEqual([]);
  release();
  expect(await (await page).text()).toBe("whole");
  await closing;
  expect(closed).toEqual(["pages", "pools"]);
});

test("a request that never ends is cut when the time to drain has passed", async () => {
  const { asked, pages } = heldPage();
  const front = await startFront({ pages, limits: { drainMs: 100 } });
  const page = fetch(`${front.url}/page`).then(
    () => "answered",
    () => "cut",
  );
  await asked;
  await front.close();
  expect(await page).toBe("cut");
});

test("while the notice to the proxy lasts, requests are still answered, each telling its connection to end", async () => {
  const front = await startFront({ limits: { drainNoticeMs: 300 } });
  const closing = front.close();
  const answer = await sendRaw(front.port, "GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toMatch(/connection: close/i);
  await closing;
});

test("a process is ready only when every probe answers within its time", async () => {
  const works = async () => "yes";
  const fails = async () => {
    throw new Error("down");
  };
  const hangs = () => new Promise(() => undefined);
  const front = await startFront({ probes: { database: works }, limits: { probeMs: 50 } });
  expect(await readinessOf(front)).toEqual([200, { status: "ready", checks: { database: "ok" } }]);
  await front.close();
  for (const probe of [fails, hangs]) {
    const degraded = await startFront({ probes: { database: probe, mail: works }, limits: { probeMs: 50 } });
    const checks = { database: "failing", mail: "ok" };
    expect(await readinessOf(degraded)).toEqual([503, { status: "degraded", checks }]);
    expect((await fetch(`${degraded.url}/api/health/live`)).status).toBe(200);
    await degraded.close();
  }
});

test("one line is logged for each request, without query, headers or body", async () => {
  const front = await startFront();
  await fetch(`${front.url}/api/v1/sign-in?token=in-query`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer in-header" },
    body: '{"name":"in-body"}',
  });
  await front.close();
  expect(front.log).toEqual([
    {
      level: "info",
      message: "request",
      facts: {
        requestId: expect.any(String),
        ip: "127.0.0.1",
        method: "POST",
        path: "/api/v1/sign-in",
        status: 200,
        milliseconds: expect.any(Number),
      },
    },
  ]);
});
