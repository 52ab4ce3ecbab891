import { strike } from "./acts.ts";
import type { Crowd } from "./crowd.ts";
import { diceOf } from "./dice.ts";

/** Lets so many clients do so many acts each, all of them at once. */
export async function mingle(
  crowd: Crowd,
  { clients, operations, seed }: { clients: number; operations: number; seed: number },
): Promise<void> {
  const client = async (nth: number) => {
    const dice = diceOf(seed * 1_000 + nth);
    for (let done = 0; done < operations; done++) {
      // Limits are tested elsewhere; here they would only keep people from acting.
      if (nth === 0 && done % 10 === 0) await crowd.system.owner.query("DELETE FROM rate_limit");
      await strike(crowd, dice);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)));
}
