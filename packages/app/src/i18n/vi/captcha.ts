import type { captcha as en } from "../en/captcha.ts";
import type { SameShape } from "../same-shape.ts";

export const captcha: SameShape<typeof en> = {
  solving: "Đang xác nhận bạn không phải robot. Việc này mất một hai giây.",
};
