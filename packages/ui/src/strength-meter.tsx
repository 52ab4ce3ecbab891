import { Check, Circle } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface StrengthMeterProps {
  /** 0 (guessed at once) to 4 (strong). */
  score: 0 | 1 | 2 | 3 | 4;
  labels: {
    /** What is measured: "Password strength". */
    meter: string;
    /** The score in a word: "Weak". Empty while nothing is typed. */
    score: string;
    met: string;
    unmet: string;
  };
  rules?: readonly { id: string; label: ReactNode; isMet: boolean }[];
}

const BARS = [1, 2, 3, 4] as const;
const FILL = ["", "bg-danger-ink", "bg-warning-ink", "bg-info-ink", "bg-success-ink"] as const;

/** How strong a password is, and which rules it keeps. Colour is never the only sign. */
export function StrengthMeter({ score, labels, rules = [] }: StrengthMeterProps) {
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-3">
        <meter min={0} max={4} value={score} aria-label={labels.meter} className="sr-only">
          {labels.score}
        </meter>
        <div aria-hidden className="grid flex-1 grid-cols-4 gap-1">
          {BARS.map((bar) => (
            <span
              key={bar}
              className={classNames("h-1 rounded-full transition-colors", bar <= score ? FILL[score] : "bg-border")}
            />
          ))}
        </div>
        <span className="min-w-16 text-right text-muted-foreground text-xs">{labels.score}</span>
      </div>
      {rules.length > 0 ? (
        <ul className="grid gap-1 text-sm">
          {rules.map((rule) => (
            <li key={rule.id} className="flex items-start gap-2">
              {rule.isMet ? (
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
              ) : (
                <Circle aria-hidden className="mt-1 ml-0.5 size-3 shrink-0 text-muted-foreground" />
              )}
              <span className={rule.isMet ? "text-foreground" : "text-muted-foreground"}>
                {rule.label}
                <span className="sr-only"> ({rule.isMet ? labels.met : labels.unmet})</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
