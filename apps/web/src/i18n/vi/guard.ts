import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const guard: SameShape<typeof en.guard> = {
  unlock: {
    title: "Mở khóa đăng nhập",
    description:
      "Chỉ cần nhấn một lần, mật khẩu của bạn dùng lại được. Nếu không phải bạn nhập sai, hãy đặt mật khẩu mới.",
    submit: "Mở khóa đăng nhập",
    doneTitle: "Đã mở khóa đăng nhập",
    done: "Mật khẩu của bạn dùng lại được.",
    signIn: "Đăng nhập",
    missing: "Trang này được mở từ liên kết trong email. Hãy mở lại liên kết, hoặc đợi 15 phút rồi đăng nhập.",
    spent: "Liên kết này đã được dùng hoặc hết hạn. Khóa sẽ tự hết sau 15 phút.",
  },
};
