"use client";

import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { CopyButton } from "./copy-button.tsx";

interface OneTimeListProps {
  /** Shown once, each in a line of its own. */
  lines: readonly string[];
  /** Heads the file and the printed sheet: of what, of whom. */
  heading: string;
  fileName: string;
  labels: {
    list: string;
    copy: string;
    copied: string;
    download: string;
    print: string;
    kept: string;
    keptFirst: string;
    done: string;
  };
  onDone: () => void;
}

/** Secrets that are shown this once: to be copied, downloaded or printed, and left behind only once they are kept. */
export function OneTimeList({ lines, heading, fileName, labels, onDone }: OneTimeListProps) {
  const [isKept, setKept] = useState(false);
  const text = `${lines.join("\n")}\n`;
  return (
    <div className="grid gap-4">
      <div data-printed="" className="rounded-md border bg-muted p-4">
        <p className="mb-3 hidden font-medium print:block">{heading}</p>
        <ol aria-label={labels.list} className="grid gap-x-6 gap-y-1 font-mono text-sm min-[400px]:grid-cols-2">
          {lines.map((line) => (
            <li key={line} className="text-center">
              {line}
            </li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <CopyButton isWide value={text} labels={labels} />
        <Button size="sm" onClick={() => saveText(`${heading}\n\n${text}`, fileName)}>
          <Download aria-hidden />
          {labels.download}
        </Button>
        <Button size="sm" onClick={() => window.print()}>
          <Printer aria-hidden />
          {labels.print}
        </Button>
      </div>
      <Checkbox label={labels.kept} checked={isKept} onChange={(event) => setKept(event.target.checked)} />
      <Button variant="primary" block disabledReason={isKept ? null : labels.keptFirst} onClick={onDone}>
        {labels.done}
      </Button>
    </div>
  );
}

function saveText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
