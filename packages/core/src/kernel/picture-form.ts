export type PictureType = "image/png" | "image/jpeg" | "image/webp";

/**
 * What a picture is by its own bytes, read from front to back: null unless it is one still PNG, JPEG or WebP and nothing
 * else. A file that goes on behind its picture, or holds a page or a program, is two things at once and is refused. Phones
 * do put further JPEGs behind the first and say so in it (CIPA DC-007, MPF): those alone may follow.
 */
export function pictureTypeOf(bytes: Buffer): PictureType | null {
  if (HOLDS_CODE.test(bytes.toString("latin1"))) return null;
  if (isWholePng(bytes)) return "image/png";
  if (isWholeJpeg(bytes)) return "image/jpeg";
  return isWholeWebp(bytes) ? "image/webp" : null;
}

const HOLDS_CODE = /<(script|html|!doctype|\?php|iframe)/i;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunk after chunk to IEND, which has to be the end (PNG 3rd edition, 5.3); `acTL` animates it. */
function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (name === "acTL") return false;
    if (name === "IEND") return at === bytes.length;
  }
  return false;
}

/** Segment after segment, over the coded data, to the end of the image (ITU T.81, B.1). */
function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false;
  let hasFurtherPictures = false;
  for (let at = 2; at + 4 <= bytes.length || isEnd(bytes, at); ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return endsAt(bytes, at + 2, hasFurtherPictures);
    if (marker === 0xe2 && bytes.toString("latin1", at + 4, at + 8) === "MPF\0") hasFurtherPictures = true;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  return false;
}

function isEnd(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9;
}

function endsAt(bytes: Buffer, end: number, hasFurtherPictures: boolean): boolean {
  return end === bytes.length || (hasFurtherPictures && bytes.subarray(end, end + 3).equals(NEXT_JPEG));
}

const NEXT_JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** The first marker behind coded data: stuffed bytes (FF 00) and restarts (FF D0–D7) belong to it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** One RIFF file of the length it names (RFC 9649, 2.4); an ANIM chunk animates it. */
function isWholeWebp(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.toString("latin1", 0, 4) !== "RIFF") return false;
  if (bytes.toString("latin1", 8, 12) !== "WEBP" || bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (bytes.toString("latin1", at, at + 4) === "ANIM") return false;
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return at === bytes.length;
}
