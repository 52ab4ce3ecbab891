import { prepare } from "./prepare.ts";

await prepare();
await import("./start-product.ts");
