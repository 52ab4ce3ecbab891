import type { Letter } from "./letter.ts";

/** The same mail for a reader without HTML: nothing is missing, each link stands alone on its line. */
export function letterText(letter: Letter): string {
  const facts = letter.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const parts = [
    letter.heading,
    letter.greeting,
    letter.lead,
    facts,
    letter.more,
    written(letter.action),
    ...letter.alternatives.map(written),
    letter.note,
    // "-- " and a line break: what mail programs know as the start of a signature (RFC 3676, 4.3).
    `-- \n${letter.reason}\n\n${letter.product.name}\n${letter.product.url}${credit(letter.placesBy)}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function written(action: Letter["action"]): string {
  return action === null ? "" : `${action.label}:\n${action.link}`;
}

function credit(placesBy: Letter["placesBy"]): string {
  return placesBy === null ? "" : `\n\n${placesBy.label}\n${placesBy.link}`;
}
