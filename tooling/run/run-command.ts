import { spawn } from "node:child_process";
import { repositoryRoot } from "./env.ts";

export type CommandResult = { code: number; output: string };

export type CommandOptions = {
  cwd?: string;
  env?: Record<string, string>;
  /** Shows the output as it comes, too. */
  isLoud?: boolean;
};

/** Runs Node with `args` to its end, without input, and returns what it wrote. Never throws for a failing exit code. */
export function runNode(args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  return runProgram(process.execPath, args, options);
}

/** The same for any program; one that cannot be started answers 127, as a shell does. */
export function runProgram(program: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? repositoryRoot,
      // Next's types demand a NODE_ENV of every environment; a program that needs one is given it.
      env: options.env as NodeJS.ProcessEnv | undefined,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (options.isLoud) process.stdout.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => settle({ code: 127, output: `${output}\n${error.message}` }));
    child.once("close", (code) => settle({ code: code ?? 1, output }));
  });
}
