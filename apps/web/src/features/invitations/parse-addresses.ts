/** What a pasted text or a CSV file was understood as. */
export interface ParsedAddresses {
  /** Each once, as it was written. */
  addresses: string[];
  /** Those that were there before, as they were written again. */
  repeated: string[];
  /** Lines in which no address stands; a table's first line may be its heading. */
  unread: string[];
}

const CELLS = /[,;\t]|(?<=>)\s+/;
const HEADING = /mail|address|địa chỉ/i;

/** Finds the addresses in lines, commas, `Ana <ana@example.com>` and the columns of a table, whichever way it was given. */
export function parseAddresses(text: string): ParsedAddresses {
  const addresses = new Map<string, string>();
  const [repeated, unread]: [string[], string[]] = [[], []];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const found = line.split(CELLS).flatMap(addressesIn);
    for (const address of found) {
      if (addresses.has(address.toLowerCase())) repeated.push(address);
      else addresses.set(address.toLowerCase(), address);
    }
    const isHeading = index === 0 && HEADING.test(line);
    if (found.length === 0 && line.trim() && !isHeading) unread.push(line.trim());
  }
  return { addresses: [...addresses.values()], repeated, unread };
}

function addressesIn(cell: string): string[] {
  const angled = /<([^<>]+@[^<>]+)>/.exec(cell)?.[1];
  const bare = (angled ?? cell).split(/\s+/).map((word) => word.replace(/^["'(<]+|["')>.]+$/g, ""));
  return bare.filter((word) => word.includes("@"));
}
