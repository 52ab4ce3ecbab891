import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Pixels a module; a phone reads it from a screen at arm's length. */
const SCALE = 6;
/** Light modules around it: ISO 18004 asks for four. */
const QUIET_ZONE = 4;

/** A QR code of the text as a PNG data URL. */
export function qrCodeUrl(text: string): string {
  const { data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  return `data:image/png;base64,${picture(data).toString("base64")}`;
}

// The smallest PNG there is: one bit of grey a pixel, no filter (RFC 2083).
function picture(modules: boolean[][]): Buffer {
  const size = modules.length * SCALE;
  const rows = modules.flatMap((row) => Array<Buffer>(SCALE).fill(rowOf(row, size)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function rowOf(modules: boolean[], size: number): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(size / 8));
  for (let x = 0; x < size; x++) {
    const at = 1 + (x >> 3);
    const isLight = !modules[Math.floor(x / SCALE)];
    if (isLight) row.writeUInt8(row.readUInt8(at) | (0x80 >> (x & 7)), at);
  }
  return row;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
