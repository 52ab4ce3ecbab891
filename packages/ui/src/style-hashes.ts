/**
 * Style elements this package's libraries write without a nonce, as CSP hashes for `style-src`: Sonner appends an
 * empty one and then fills it. Kept true by style-hashes.test.ts.
 */
export const styleHashes = [
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
] as const;
