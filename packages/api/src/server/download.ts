import type { Download } from "@pronaflow/core/account";

/** A file as an answer: saved, never shown, kept by nobody on the way. */
export function downloadAnswer({ fileName, contentType, bytes }: Download): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
