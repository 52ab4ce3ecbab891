import { PICTURE_TYPES } from "@pronaflow/contract";

type PictureType = (typeof PICTURE_TYPES)[number];

/** A chosen file as the API takes it. What the browser cannot name is called PNG: the server looks for itself. */
export function readPicture(file: File): Promise<{ contentType: PictureType; data: string }> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const contentType = PICTURE_TYPES.find((type) => type === file.type) ?? "image/png";
      resolve({ contentType, data: String(reader.result).split(",")[1] ?? "" });
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
