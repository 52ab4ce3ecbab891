import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { describeError, describeField, isProductError } from "@pronaflow/contract";
import { readFlags } from "./flags.ts";
import { prepare } from "./prepare.ts";

// `pnpm admin:create`: makes a system admin. Asks for what no flag says; the password is read from the terminal or from
// standard input, never from a flag, where it would stay in the shell's history.
await prepare();
const { withDatabase } = await import("./with-database.ts");
const { readEnv } = await import("@pronaflow/core/env");
const { openServices, workerContext } = await import("@pronaflow/core/kernel");
const { createAdmin } = await import("@pronaflow/core/system");

const flags = readFlags(process.argv.slice(2), ["email", "username", "name"]);
// What is typed is echoed through here, so that the password can be left out.
let isEchoed = true;
const echo = new Writable({
  write(chunk: Buffer, _encoding, done) {
    if (isEchoed) process.stdout.write(chunk);
    done();
  },
});
const terminal = process.stdin.isTTY
  ? createInterface({ input: process.stdin, output: echo, terminal: true })
  : createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();
const ask = async (flag: "email" | "username" | "name" | null, question: string): Promise<string> => {
  const given = flag && flags.get(flag);
  if (typeof given === "string") return given;
  if (process.stdin.isTTY) process.stdout.write(`${question}: `);
  isEchoed = flag !== null;
  const { value, done } = await lines.next();
  if (!isEchoed && process.stdin.isTTY) process.stdout.write("\n");
  isEchoed = true;
  return done ? "" : String(value);
};
const input = {
  email: await ask("email", "Email"),
  username: await ask("username", "Username"),
  displayName: await ask("name", "Name"),
  password: await ask(null, "Password (12 characters or more; not shown as you type)"),
};
terminal.close();

try {
  await withDatabase(async ({ admin }) => {
    const services = await openServices(readEnv(admin), "admin", { send: async () => {} });
    try {
      await createAdmin(workerContext(services, services.random.uuid()), {
        ...input,
        reason: "Made on the command line",
      });
    } finally {
      await services.db.close();
    }
  });
  console.log(`${input.username} can sign in to the console.`);
} catch (error) {
  if (!isProductError(error)) throw error;
  console.error(describeError(error.code, error.meta));
  for (const [field, codes] of Object.entries(error.fields ?? {})) {
    for (const code of codes) console.error(`  ${field}: ${describeField(code)}`);
  }
  process.exitCode = 1;
}
