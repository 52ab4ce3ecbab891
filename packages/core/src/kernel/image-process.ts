import { constants, setPriority } from "node:os";
import sharp from "sharp";
import type { ImageAnswer, ImageRequest } from "./image-messages.ts";
import { PICTURE_PIXELS_MAX, PICTURE_SIZES } from "./image-messages.ts";

// A process that reads one picture of a stranger and ends: started by `openImageWorker`, never by hand.
// The threads of the decoder are started later and inherit it.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
sharp.cache(false);
sharp.concurrency(1);

process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.exit(0));
process.on("message", (request: ImageRequest) => {
  redraw(request).then(answer, () => answer(null));
});

function answer(made: ImageAnswer): void {
  process.send?.(made, () => process.exit(0));
}

/** Decodes once, turns it as its EXIF says, and writes it anew: nothing of the file goes on but its pixels. */
async function redraw({ bytes, fit }: ImageRequest): Promise<ImageAnswer> {
  // Its header alone is read with this: nothing of that size is decoded.
  const { width, height } = await sharp(Buffer.from(bytes), { limitInputPixels: false }).metadata();
  if (width * height > PICTURE_PIXELS_MAX) return "pixels";
  const source = sharp(Buffer.from(bytes), {
    limitInputPixels: PICTURE_PIXELS_MAX,
    failOn: "error",
    sequentialRead: true,
    animated: false,
  });
  const { large: size } = PICTURE_SIZES;
  const square = { fit: fit === "cut" ? "cover" : "contain", background: "#0000" } as const;
  const pixels = await source.autoOrient().resize(size, size, square).toColourspace("srgb").png().toBuffer();
  const large = await sharp(pixels).webp({ quality: 86 }).toBuffer();
  const small = await sharp(pixels).resize(PICTURE_SIZES.small).webp({ quality: 86 }).toBuffer();
  return { large, small };
}
