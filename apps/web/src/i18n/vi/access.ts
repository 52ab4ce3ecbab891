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
  permission: {
    workspace_view: "xem không gian làm việc",
    workspace_update: "đổi tên và địa chỉ không gian làm việc",
    workspace_delete: "xóa không gian làm việc",
    ownership_transfer: "chuyển quyền sở hữu",
    settings_view: "xem cài đặt",
    settings_update: "đổi cài đặt",
    branding_update: "đổi nhận diện",
    billing_view: "xem thanh toán",
    billing_manage: "quản lý thanh toán",
    members_view: "xem thành viên",
    members_invite: "mời thành viên",
    members_update: "đổi vai trò",
    members_remove: "gỡ thành viên",
    audit_view: "xem nhật ký kiểm toán",
  },
  missing: "Vai trò {role} của bạn không được phép {permission}. Hãy hỏi {grantedBy}.",
  someoneWith: "{role}",
};
