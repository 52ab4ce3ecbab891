import { useTranslations } from "next-intl";

const EFFECTS = ["endsSessions", "stopsPassword", "revokes", "undoes"] as const;

/** What pressing "this wasn't me" will do, said before it is done. */
export function WhatItDoes() {
  const t = useTranslations("notices");
  return (
    <ul className="grid list-disc gap-2 ps-5 text-muted-foreground">
      {EFFECTS.map((effect) => (
        <li key={effect}>{t(effect)}</li>
      ))}
    </ul>
  );
}
