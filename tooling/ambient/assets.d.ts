// The bundlers of Next and esbuild resolve these; TypeScript only needs to know that they exist.
declare module "*.css";
