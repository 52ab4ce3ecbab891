import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { inProcessEngine } from "./hash-engine.ts";
import type { HashingAnswer, HashingRequest } from "./hashing-messages.ts";

// A process that does nothing but hash, at the lowest priority: started by `openHashingProcess`, never by hand.
yieldToEveryone();

// The server drains first and closes the channel; Ctrl-C reaches the whole group at once. With the server, however it
// ends, ends the channel, and with the channel this process.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.exit(0));

process.on("message", (request: HashingRequest) => {
  answer(request).then(
    (result) => process.send?.({ id: request.id, answer: result } satisfies HashingAnswer, () => {}),
    () => process.send?.({ id: request.id, answer: null } satisfies HashingAnswer, () => {}),
  );
});

function answer(request: HashingRequest): Promise<string | boolean> {
  if (request.work === "hash") return inProcessEngine.hash(request.text, request.settings);
  return inProcessEngine.verify(request.hash, request.text);
}

/** Linux keeps a priority per thread: those that Node has already started are told one by one, later ones inherit it. */
function yieldToEveryone(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  if (process.platform !== "linux") return;
  for (const thread of readdirSync("/proc/self/task")) setPriority(Number(thread), constants.priority.PRIORITY_LOW);
}
