/** The flags of one of our commands; a flag it does not know ends it with the list of those it does. */
export function readFlags<Name extends string>(args: string[], known: readonly Name[]): Map<Name, string | true> {
  const flags = new Map<Name, string | true>();
  for (const arg of args) {
    if (arg === "--") continue;
    const [, name, , value] = /^--([a-z-]+)(=(.*))?$/.exec(arg) ?? [];
    const match = known.find((candidate) => candidate === name);
    if (!match) throw new Error(`Unknown argument ${arg}. Known: ${known.map((flag) => `--${flag}`).join(", ")}.`);
    flags.set(match, value ?? true);
  }
  return flags;
}
