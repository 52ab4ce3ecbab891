import { pino } from "pino";

type Facts = Record<string, string | number | boolean | null | undefined>;

/** JSON lines. Facts are named one by one: no object of the domain is ever handed over whole. */
export interface Log {
  debug(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
}

/** A log of one process on standard output. */
export function createLog(name: string, level: string): Log {
  const sink = pino({ name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    debug: (message, facts) => sink.debug(facts ?? {}, message),
    info: (message, facts) => sink.info(facts ?? {}, message),
    warn: (message, facts) => sink.warn(facts ?? {}, message),
    error: (message, facts) => sink.error(facts ?? {}, message),
  };
}

/** What a log line may say of an unexpected error: its kind and place, not its message, which may hold data. */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  const code = "code" in error ? String(error.code).slice(0, 40) : undefined;
  return { error: error.name, code, at: at?.trim().slice(0, 200) };
}
