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
    ownership_transfer: "đặt chính sách bảo mật hoặc chuyển quyền sở hữu",
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
  refused: "Vai trò của bạn không còn được phép {permission}. Hãy hỏi {grantedBy}.",
  someoneWith: "{role}",
  person: "{name} ({role})",
  ask: "Xin quyền",
  askNamed: "Xin quyền: {permission}",
  askTitle: "Xin quyền {permission}?",
  askPeople: "Chúng tôi gửi email cho {people}. Họ có thể giao cho bạn vai trò được phép làm việc này.",
  askRoles:
    "Chúng tôi gửi email cho những người có vai trò {roles} ở đây. Họ có thể giao cho bạn vai trò được phép làm việc này.",
  unseen: "Vai trò của bạn không xem được thành viên nên bạn không thấy tên họ.",
  askText: "Họ thấy tên và vai trò của bạn ở đây. Sau một ngày bạn có thể xin lại quyền này.",
  askConfirm: "Gửi yêu cầu",
  asked: {
    asked: "Yêu cầu của bạn đang được gửi đi",
    already_asked: "Bạn đã xin quyền này trong vòng một ngày qua. Hãy chờ họ trả lời.",
    already_held: "Bạn đã có quyền này.",
  },
  askedText: "Yêu cầu được gửi đến {people}.",
  askedRoles: "Yêu cầu được gửi đến những người có vai trò {roles}.",
  askFailed: "Chưa gửi được yêu cầu",
};
