import type { PICTURE_TYPES } from "@pronaflow/contract";

type PictureType = (typeof PICTURE_TYPES)[number];

// How the first bytes of each read in base64. A file's name may say what it is not: nobody need rename it.
const BEGINNINGS = [
  ["image/png", "iVBORw0KGgo"],
  ["image/jpeg", "/9j/"],
  ["image/webp", "UklGR"],
] as const satisfies readonly [PictureType, string][];

/** A chosen file as the API takes it. What is none of them is called PNG: the server looks for itself. */
export function readPicture(file: File): Promise<{ contentType: PictureType; data: string }> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const data = String(reader.result).split(",")[1] ?? "";
      const [contentType] = BEGINNINGS.find(([, beginning]) => data.startsWith(beginning)) ?? BEGINNINGS[0];
      resolve({ contentType, data });
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
