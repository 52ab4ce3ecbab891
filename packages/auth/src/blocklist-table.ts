/**
 * A set of strings as sorted 48-bit hashes: six bytes an entry, looked up in place, never holding the strings.
 * A string that is not in a table of 150,000 is taken for one of it once in 1.9 billion look-ups.
 */
export type HashTable = { size: number; has(text: string): boolean };

/** The bytes of the tables, one after the other: count, high words, low halves; little endian. */
export function encodeTables(tables: readonly Iterable<string>[]): Uint8Array {
  return Buffer.concat([Buffer.from(MAGIC), ...tables.map(encodeTable)]);
}

/** Opens what `encodeTables` wrote. Throws on a file that is cut short or of another make. */
export function decodeTables(bytes: Uint8Array): HashTable[] {
  if (Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") !== MAGIC)
    throw new Error("Not a blocklist file.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: HashTable[] = [];
  for (let offset = MAGIC.length; offset < bytes.byteLength; ) {
    const size = view.getUint32(offset, true);
    tables.push(openTable(view, offset + 4, size));
    offset += 4 + size * 6;
  }
  return tables;
}

const MAGIC = "PFBLOCK1";

function encodeTable(texts: Iterable<string>): Buffer {
  const keys = [...new Set(Array.from(texts, key48))].sort((a, b) => a - b);
  const bytes = Buffer.alloc(4 + keys.length * 6);
  bytes.writeUInt32LE(keys.length, 0);
  for (const [index, key] of keys.entries()) {
    bytes.writeUInt32LE(Math.floor(key / 0x1_0000), 4 + index * 4);
    bytes.writeUInt16LE(key % 0x1_0000, 4 + keys.length * 4 + index * 2);
  }
  return bytes;
}

function openTable(view: DataView, start: number, size: number): HashTable {
  const high = new Uint32Array(size);
  const low = new Uint16Array(size);
  for (let index = 0; index < size; index += 1) {
    high[index] = view.getUint32(start + index * 4, true);
    low[index] = view.getUint16(start + size * 4 + index * 2, true);
  }
  const has = (text: string): boolean => {
    const key = key48(text);
    const wantedHigh = Math.floor(key / 0x1_0000);
    const wantedLow = key % 0x1_0000;
    let from = 0;
    let to = size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((high[middle] ?? 0) < wantedHigh) from = middle + 1;
      else to = middle;
    }
    for (; from < size && high[from] === wantedHigh; from += 1) {
      if (low[from] === wantedLow) return true;
    }
    return false;
  };
  return { size, has };
}

// cyrb53 (public domain), cut to 48 bits. It need not be cryptographic: who forges a collision only bars their own password.
function key48(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0xffff) * 0x1_0000_0000 + (a >>> 0);
}
