export const HUES = ["bg-hue-1", "bg-hue-2", "bg-hue-3", "bg-hue-4", "bg-hue-5", "bg-hue-6"] as const;

/** The same seed always wears the same one of six colours (FNV-1a, 32 bit). */
export function hueOf(seed: string): (typeof HUES)[number] {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193);
  return HUES[(hash >>> 0) % HUES.length] ?? HUES[0];
}
