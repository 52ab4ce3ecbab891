import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { qrCodeUrl } from "./qr-code.ts";
import { otpauthUrl } from "./totp.ts";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each(["ana@example.com", `${"long".repeat(16)}@${"domain.".repeat(20)}example.com`])(
  "the picture reads as the address it was made of: %s",
  (name) => {
    const url = otpauthUrl({ issuer: "PronaFlow", name, secret });
    const picture = qrCodeUrl(url);
    expect(picture).toMatch(/^data:image\/png;base64,/);
    const { data, width, height } = PNG.sync.read(Buffer.from(picture.split(",")[1] ?? "", "base64"));
    expect(width).toBe(height);
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(url);
  },
);
