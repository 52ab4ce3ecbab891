"use client";

import { CopyButton } from "./copy-button.tsx";

interface SetupKeyProps {
  /** A picture to be scanned, as a data URL. */
  picture: string;
  /** The same as text, for typing. */
  text: string;
  labels: { picture: string; text: string; copy: string; copied: string };
}

/** A secret to be carried to another device: as a picture to scan, and as text in groups of four to type. */
export function SetupKey({ picture, text, labels }: SetupKeyProps) {
  return (
    <div className="grid justify-items-center gap-4">
      {/* Scanners want dark on light with a quiet edge, whatever the theme. */}
      {/* biome-ignore lint/performance/noImgElement: a data URL made this moment; there is nothing to optimise */}
      <img
        src={picture}
        alt={labels.picture}
        width={176}
        height={176}
        className="size-44 rounded-md border bg-[white] p-2 [image-rendering:pixelated]"
      />
      <div className="grid w-full gap-1.5">
        <p className="text-muted-foreground text-sm">{labels.text}</p>
        <div className="flex items-center justify-between gap-2 rounded-md border bg-muted py-1 pr-1 pl-3">
          <code className="min-w-0 break-words font-mono text-sm">{inGroups(text)}</code>
          <CopyButton value={text} labels={{ copy: labels.copy, copied: labels.copied }} />
        </div>
      </div>
    </div>
  );
}

function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? text;
}
