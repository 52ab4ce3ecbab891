import type { Permission, Role } from "@pronaflow/contract";
import type { MemberMails } from "./messages.ts";

const ROLES: Record<Role, string> = {
  OWNER: "Chủ sở hữu",
  ADMIN: "Quản trị viên",
  MEMBER: "Thành viên",
  VIEWER: "Người xem",
  GUEST: "Khách",
};

/** Việc mà người đó muốn làm. */
const ACTS: Record<Permission, string> = {
  "workspace.view": "mở không gian làm việc",
  "workspace.update": "đổi tên và địa chỉ của không gian làm việc",
  "workspace.delete": "xóa không gian làm việc",
  "ownership.transfer": "đặt chính sách bảo mật hoặc chuyển giao không gian làm việc",
  "settings.view": "xem cài đặt của không gian làm việc",
  "settings.update": "đổi cài đặt của không gian làm việc",
  "branding.update": "đổi giao diện của không gian làm việc",
  "billing.view": "xem thông tin thanh toán",
  "billing.manage": "quản lý thanh toán",
  "members.view": "xem danh sách thành viên",
  "members.invite": "mời người khác",
  "members.update": "đổi vai trò của thành viên",
  "members.remove": "xóa thành viên",
  "audit.view": "xem nhật ký truy cập",
};

/** Các thư tiếng Việt về chỗ của một người trong không gian làm việc. */
export const membersVi: MemberMails = {
  "member-role-changed": ({ product, workspace, by, before, role }) => ({
    subject: `Vai trò mới của bạn trong ${workspace}: ${ROLES[role]}`,
    preheader: `Trước đó vai trò của bạn là ${ROLES[before]}.`,
    heading: `Vai trò mới của bạn: ${ROLES[role]}`,
    lead: `${by} đã đổi vai trò của bạn trong ${workspace} từ ${ROLES[before]} thành ${ROLES[role]}.`,
    more: "Quyền của bạn ở đó thay đổi theo, ngay lập tức và trên mọi thiết bị.",
    button: "Mở không gian làm việc",
    note: "Nếu thấy có nhầm lẫn, hãy trao đổi với một Chủ sở hữu của không gian.",
    reason: `Bạn nhận được thư này vì bạn là thành viên của ${workspace} trên ${product}.`,
  }),
  "member-removed": ({ product, workspace, by }) => ({
    subject: `Bạn đã bị xóa khỏi ${workspace}`,
    preheader: "Bạn không còn mở được không gian làm việc này.",
    heading: `Bạn đã bị xóa khỏi ${workspace}`,
    lead: `${by} đã xóa bạn khỏi không gian làm việc ${workspace}. Bạn không còn mở được không gian này, và mã truy cập của bạn cũng không dùng được ở đó.`,
    more: "Tài khoản và các không gian làm việc khác của bạn vẫn như cũ.",
    button: `Mở ${product}`,
    note: "Nếu đây là nhầm lẫn, hãy nhờ người ở đó mời lại bạn.",
    reason: `Bạn nhận được thư này vì bạn từng là thành viên của ${workspace} trên ${product}.`,
  }),
  "member-deactivated": ({ product, workspace, by }) => ({
    subject: `Quyền truy cập ${workspace} của bạn đã bị tắt`,
    preheader: "Chỗ và vai trò của bạn được giữ lại.",
    heading: "Quyền truy cập của bạn đã bị tắt",
    lead: `${by} đã tắt quyền truy cập của bạn vào không gian làm việc ${workspace}. Hiện bạn không mở được không gian này, và mã truy cập của bạn cũng không dùng được ở đó.`,
    more: "Chỗ và vai trò của bạn được giữ lại và có thể được bật lại.",
    button: `Mở ${product}`,
    note: "Nếu đây là nhầm lẫn, hãy trao đổi với Chủ sở hữu hoặc Quản trị viên của không gian.",
    reason: `Bạn nhận được thư này vì bạn là thành viên của ${workspace} trên ${product}.`,
  }),
  "member-reactivated": ({ product, workspace, by }) => ({
    subject: `Bạn đã truy cập lại được ${workspace}`,
    preheader: "Bạn có thể mở lại không gian làm việc.",
    heading: "Quyền truy cập của bạn đã được bật lại",
    lead: `${by} đã bật lại quyền truy cập của bạn vào không gian làm việc ${workspace}, với vai trò như trước.`,
    more: "Bạn có thể mở lại không gian này trên mọi thiết bị.",
    button: "Mở không gian làm việc",
    note: "Có thể bạn cần đăng nhập trước.",
    reason: `Bạn nhận được thư này vì bạn là thành viên của ${workspace} trên ${product}.`,
  }),
  "member-ended": ({ product, workspace }) => ({
    subject: `Thời gian làm Khách của bạn tại ${workspace} đã hết`,
    preheader: "Ngày kết thúc đã đến.",
    heading: "Thời gian làm Khách đã hết",
    lead: `Bạn là Khách của không gian làm việc ${workspace} đến một ngày nay đã tới. Bạn không còn mở được không gian này.`,
    more: "Tài khoản và các không gian làm việc khác của bạn vẫn như cũ.",
    button: `Mở ${product}`,
    note: "Nếu muốn ở lại lâu hơn, hãy nhờ Chủ sở hữu hoặc Quản trị viên của không gian.",
    reason: `Bạn nhận được thư này vì bạn từng là Khách của ${workspace} trên ${product}.`,
  }),
  "permission-asked": ({ product, workspace, by, role, permission }) => ({
    subject: `${by} xin một quyền trong ${workspace}`,
    preheader: `Người này muốn ${ACTS[permission]}.`,
    heading: "Có người xin một quyền",
    lead: `${by}, ${ROLES[role]} của ${workspace}, muốn ${ACTS[permission]}. Vai trò hiện tại không cho phép việc này.`,
    more: "Bạn có thể đổi vai trò cho họ hoặc làm giúp họ. Nếu bạn không làm gì, mọi thứ giữ nguyên.",
    button: "Xem thành viên",
    note: "Họ có thể xin cùng một quyền mỗi ngày một lần.",
    reason: `Bạn nhận được thư này vì bạn quản lý thành viên của ${workspace} trên ${product}.`,
  }),
};
