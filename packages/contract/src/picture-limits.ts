/** What a picture may say it is. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
/** Of the picture itself: 2 MB. */
export const PICTURE_BYTES = 2 * 1024 * 1024;
