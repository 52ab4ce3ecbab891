import { constants } from "node:os";
import { inProcessEngine } from "./hash-engine.ts";
import type { HashingAnswer, HashingRequest } from "./hashing-messages.ts";
import { lowerPriority } from "./lower-priority.ts";

// A process that does nothing but hash, at the lowest priority: started by `openHashingProcess`, never by hand.
lowerPriority(constants.priority.PRIORITY_LOW);

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
