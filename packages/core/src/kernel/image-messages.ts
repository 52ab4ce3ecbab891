/** Spec WS-8: what may come in. */
export const PICTURE_BYTES_MAX = 2 * 1024 * 1024;
export const PICTURE_PIXELS_MAX = 25_000_000;
export const PICTURE_SIZES = { large: 256, small: 64 } as const;

/** `whole`: a logo is shown whole on nothing; `cut`: a face fills its square. */
export type PictureFit = "whole" | "cut";

export interface ImageRequest {
  bytes: Buffer;
  fit: PictureFit;
}

export interface Redrawn {
  large: Buffer;
  small: Buffer;
}

/** `pixels`: it promises more of them than are read. Null: this was no picture that can be read. */
export type ImageAnswer = Redrawn | "pixels" | null;
