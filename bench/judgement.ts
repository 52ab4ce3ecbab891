interface Verdict {
  target: string;
  bound: string;
  figure: number;
  met: boolean;
}

/** What was promised and what was measured: one line each, at the end of a run. */
export class Judgement {
  readonly #verdicts: Verdict[] = [];

  atLeast(target: string, bound: number, figure: number): void {
    this.#verdicts.push({ target, bound: `≥ ${bound}`, figure, met: figure >= bound });
  }

  atMost(target: string, bound: number, figure: number): void {
    this.#verdicts.push({ target, bound: `≤ ${bound}`, figure, met: figure <= bound });
  }

  print(): void {
    console.log("\nTargets");
    for (const { target, bound, figure, met } of this.#verdicts)
      console.log(`  ${met ? "met   " : "missed"}  ${target.padEnd(40)} ${figure.toFixed(2).padStart(8)}  (${bound})`);
  }
}
