import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const security: SameShape<typeof en.security> = {
  title: "Bảo mật của bạn",
  description: "Những gì chứng minh với khu quản trị rằng đó là bạn.",
  twoStepText: "Sau mật khẩu là mã của ứng dụng xác thực hoặc khóa truy cập. Khu quản trị không mở nếu thiếu bước này.",
  offText: "Khi đăng nhập bằng mật khẩu, bạn phải thiết lập bước này trước.",
  change: "Thay đổi trong PronaFlow",
};
