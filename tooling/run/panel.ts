import { styleText } from "node:util";

export type PanelRow = { label: string; value: string; note?: string };

/** The panel that ends a start: what runs where. Links stand alone on their line, so that a terminal can open them. */
export function panel(title: string, rows: PanelRow[], footer: string): string {
  const width = Math.max(...rows.map((row) => row.label.length));
  const lines = rows.map(({ label, value, note }) => {
    const tail = note ? styleText("dim", `  ${note}`) : "";
    return `  ${styleText("dim", label.padEnd(width))}  ${styleText("cyan", value)}${tail}`;
  });
  return ["", `  ${styleText("bold", title)}`, "", ...lines, "", styleText("dim", `  ${footer}`), ""].join("\n");
}
