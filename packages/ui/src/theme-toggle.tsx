"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

interface ThemeToggleProps {
  labels: { theme: string; light: string; dark: string; system: string };
}

const CHOICES = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
] as const;

/** Light, dark, or as the device says. */
export function ThemeToggle({ labels }: ThemeToggleProps) {
  const { theme, setTheme } = useTheme();
  // The server cannot know the choice: nothing is pressed until the browser has spoken.
  const isHydrated = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <fieldset className="inline-flex gap-0.5 rounded-md border bg-muted p-0.5">
      <legend className="sr-only">{labels.theme}</legend>
      {CHOICES.map(([choice, Icon]) => (
        <button
          key={choice}
          type="button"
          aria-label={labels[choice]}
          aria-pressed={isHydrated && theme === choice}
          onClick={() => setTheme(choice)}
          className="grid size-9 place-items-center rounded-sm border border-transparent text-muted-foreground transition-colors hover:text-foreground aria-pressed:border-border aria-pressed:bg-card aria-pressed:text-foreground sm:size-6"
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      ))}
    </fieldset>
  );
}
