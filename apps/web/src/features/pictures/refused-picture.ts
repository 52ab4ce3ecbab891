import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { PICTURE_BYTES, PICTURE_TYPES } from "@pronaflow/contract";

/** Why a picture is not taken: each has its own sentence. */
export type RefusedPicture = "size" | "svg" | "type" | "form" | "pixels" | "unreadable";

const BY_THE_SERVER = ["size", "type", "form", "pixels", "unreadable"] as const;

/** What is wrong with a chosen file before it is sent; null where the server is to look. */
export function refusedFile({ name, size, type }: File): RefusedPicture | null {
  if (type === "image/svg+xml" || /\.svgz?$/i.test(name)) return "svg";
  // Of a file that it cannot name, the browser says nothing: the server looks for itself.
  if (type !== "" && PICTURE_TYPES.every((known) => known !== type)) return "type";
  return size > PICTURE_BYTES ? "size" : null;
}

/** Why the server took no picture; null where it was something else. */
export function refusedPicture({ code, meta }: Failure): RefusedPicture | null {
  if (code === "PAYLOAD_TOO_LARGE") return "size";
  return code === "IMAGE_REFUSED" ? (BY_THE_SERVER.find((why) => why === meta["why"]) ?? "unreadable") : null;
}
