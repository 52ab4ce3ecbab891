import type { Picture } from "@pronaflow/core/account";

/** A picture as an answer: its address changes with it, so a browser may keep it for good, and nobody on the way may. */
export function pictureAnswer({ bytes }: Picture): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": "inline",
      "Cache-Control": "private, max-age=31536000, immutable",
      Vary: "Cookie, Authorization",
    },
  });
}
