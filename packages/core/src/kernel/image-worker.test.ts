import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX } from "./image-messages.ts";
import { openImageWorker } from "./open-image-worker.ts";

const PATIENT = { timeLimitMs: 120_000 };
const worker = openImageWorker(PATIENT);

const plain = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A PNG whose header promises any size; its data is what a well-packed bomb would hold. */
function pngOf(width: number, height: number, rows = height): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

const refused = (bytes: Buffer, declared = "image/png") =>
  worker.redraw(bytes, declared, "cut").then(
    () => "taken",
    (error: { code: string; meta?: { why?: string } }) => error.meta?.why ?? error.code,
  );

test.each(["png", "jpeg", "webp"] as const)("%s becomes WebP of 256 and 64 px", async (format) => {
  const { large, small } = await worker.redraw(
    await plain(300, 200).toFormat(format).toBuffer(),
    `image/${format}`,
    "cut",
  );
  expect(await sharp(large).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
  expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 64, height: 64 });
});

test("a logo is shown whole: what is not square stands on nothing", async () => {
  const { large } = await worker.redraw(await plain(300, 100).png().toBuffer(), "image/png", "whole");
  const { data, info } = await sharp(large).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 256, height: 256 });
  expect(data[3]).toBe(0);
});

test("EXIF turns the picture, and where it was taken is gone", async () => {
  const left = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#0000ff" } })
    .png()
    .toBuffer();
  const turned = await plain(128, 64)
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({ IFD0: { Copyright: "Canary Bo" }, IFD3: { GPSLatitude: "10/1 46/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const source = await sharp(turned).metadata();
  expect([source.orientation, source.exif?.length]).toEqual([6, expect.any(Number)]);
  const { large } = await worker.redraw(turned, "image/jpeg", "cut");
  const made = await sharp(large).metadata();
  expect([made.exif, made.xmp, made.icc, made.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(large.includes("Canary")).toBe(false);
  // A quarter turn clockwise puts what was left on top.
  const { data, info } = await sharp(large).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ];
  expect(at(128, 20)[2]).toBeGreaterThan(200);
  expect(at(128, 236)[0]).toBeGreaterThan(150);
});

test("one pixel is a picture", async () => {
  expect(await refused(await plain(1).png().toBuffer())).toBe("taken");
});

test("25 megapixels are read, one row more is not", async () => {
  const width = 5000;
  const height = PICTURE_PIXELS_MAX / width;
  expect(await refused(pngOf(width, height))).toBe("taken");
  expect(await refused(pngOf(width, height + 1))).toBe("pixels");
});

test.each([
  ["a header that promises four billion pixels", () => pngOf(65_535, 65_535, 8), "pixels"],
  ["a picture cut short", async () => (await plain(400).png().toBuffer()).subarray(0, 300), "form"],
  ["a picture whose data ends early", () => pngOf(400, 400, 10), "unreadable"],
  ["an animated PNG", async () => withChunk(await plain(8).png().toBuffer(), chunk("acTL", Buffer.alloc(8))), "form"],
  [
    "a page behind the picture",
    async () => Buffer.concat([await plain(8).png().toBuffer(), Buffer.from("<html>")]),
    "form",
  ],
  ["bytes behind the picture", async () => Buffer.concat([await plain(8).png().toBuffer(), Buffer.alloc(9)]), "form"],
  [
    "a script in a comment",
    async () => withChunk(await plain(8).png().toBuffer(), chunk("tEXt", Buffer.from("Comment\0<script>alert(1)"))),
    "form",
  ],
  [
    "an archive behind it",
    async () => Buffer.concat([await plain(8).png().toBuffer(), Buffer.from("PK\x03\x04")]),
    "form",
  ],
  ["an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'), "form"],
  ["a GIF", async () => await plain(8).gif().toBuffer(), "form"],
  ["a TIFF", async () => await plain(8).tiff().toBuffer(), "form"],
  ["nothing", () => Buffer.alloc(0), "form"],
  ["2 MB and a byte", () => Buffer.alloc(PICTURE_BYTES_MAX + 1), "size"],
])("%s is refused", async (_what, make, why) => {
  expect(await refused(await make())).toBe(why);
});

test("a JPEG with bytes behind it is refused, one with the further pictures it names is read", async () => {
  const jpeg = await plain(32).jpeg().toBuffer();
  expect(await refused(Buffer.concat([jpeg, Buffer.from("tail")]), "image/jpeg")).toBe("form");
  expect(await refused(Buffer.concat([jpeg, jpeg]), "image/jpeg")).toBe("form");
  const mpf = Buffer.from([0xff, 0xe2, 0, 6, 0x4d, 0x50, 0x46, 0]);
  const named = Buffer.concat([jpeg.subarray(0, 2), mpf, jpeg.subarray(2), jpeg]);
  expect(await refused(named, "image/jpeg")).toBe("taken");
  expect(await refused(await plain(200).jpeg({ progressive: true }).toBuffer(), "image/jpeg")).toBe("taken");
});

test("an animated WebP is refused, and so is one that is called something else", async () => {
  const frames = await sharp(Buffer.from(Array.from({ length: 384 }, (_, at) => (at < 192 ? 0 : 255))), {
    raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect(frames.includes("ANIM")).toBe(true);
  expect(await refused(frames, "image/webp")).toBe("form");
  expect(await refused(await plain(8).webp().toBuffer(), "image/png")).toBe("type");
});

test("more pictures than the line holds are asked to come back, and the others are drawn", async () => {
  const short = openImageWorker({ ...PATIENT, queue: 2 });
  const bytes = await plain(16).png().toBuffer();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => short.redraw(bytes, "image/png", "cut")));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const codes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code as string] : []));
  expect(new Set(codes)).toEqual(new Set(["BUSY"]));
  expect((await short.redraw(bytes, "image/png", "cut")).large.length).toBeGreaterThan(0);
});

test("a picture that takes longer than it may is stopped, and the next is drawn", async () => {
  const hasty = openImageWorker({ timeLimitMs: 1 });
  const bytes = await plain(16).png().toBuffer();
  await expect(hasty.redraw(bytes, "image/png", "cut")).rejects.toMatchObject({ code: "TIMEOUT" });
  await expect(hasty.redraw(bytes, "image/png", "cut")).rejects.toMatchObject({ code: "TIMEOUT" });
});

function withChunk(png: Buffer, extra: Buffer): Buffer {
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), extra, png.subarray(afterHeader)]);
}
