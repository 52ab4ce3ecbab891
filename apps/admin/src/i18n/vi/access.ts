import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const access: SameShape<typeof en.access> = {
  role: {
    OWNER: "Chủ sở hữu",
    ADMIN: "Quản trị viên",
    MEMBER: "Thành viên",
    VIEWER: "Người xem",
    GUEST: "Khách",
  },
  systemRole: { USER: "Người dùng", SUPPORT: "Hỗ trợ", ADMIN: "Quản trị viên", SUPERADMIN: "Quản trị viên cấp cao" },
  namingRefused: "{role} không được chỉ định quản trị viên. Hãy hỏi {grantedBy}.",
  restoreRefused: "{role} không được khôi phục không gian làm việc. Hãy hỏi {grantedBy}.",
};
