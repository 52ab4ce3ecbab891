import type { Messages } from "./messages.ts";

export const invitationsVi: Pick<Messages["mails"], "invitation" | "invitation-accepted" | "invitation-asked"> = {
  invitation: ({ product, workspace, by, role, hours }) => ({
    subject: `Bạn được mời vào ${workspace} trên ${product}`,
    preheader: `${by} mời bạn tham gia với vai trò ${role}.`,
    heading: `Tham gia ${workspace}`,
    lead: `${by} mời bạn vào không gian làm việc ${workspace} trên ${product}, với vai trò ${role}.`,
    more: "Liên kết mở một trang để bạn chấp nhận hoặc từ chối. Chưa có gì xảy ra trước khi bạn chọn. Hãy xem người mời bên dưới: chỉ tham gia không gian của người bạn biết.",
    button: "Xem lời mời",
    note: `Liên kết dùng được một lần, trong ${hours} giờ, và chỉ dành cho địa chỉ này.`,
    reason: `Bạn nhận thư này vì có người nhập địa chỉ này để mời bạn trên ${product}. Nếu bạn không biết họ, hãy bỏ qua hoặc từ chối.`,
  }),
  "invitation-accepted": ({ product, workspace, who, role }) => ({
    subject: `${who} đã tham gia ${workspace}`,
    preheader: "Lời mời của bạn đã được chấp nhận.",
    heading: `${who} đã tham gia ${workspace}`,
    lead: `${who} đã chấp nhận lời mời của bạn và hiện ở trong ${workspace}, với vai trò ${role}.`,
    more: "Nếu đây không phải người bạn định mời, hãy xóa họ ở trang thành viên.",
    button: "Xem thành viên",
    note: "Có thể bạn cần đăng nhập trước.",
    reason: `Bạn nhận thư này vì bạn đã mời người này trên ${product}.`,
  }),
  "invitation-asked": ({ product, workspace, who }) => ({
    subject: `${who} xin lời mời vào ${workspace}`,
    preheader: "Họ đã mở một lời mời mà họ không dùng được.",
    heading: `${who} xin một lời mời`,
    lead: `${who} đã mở một lời mời vào ${workspace} đã hết hạn hoặc gửi cho địa chỉ khác, và xin bạn một lời mời mới.`,
    more: "Nếu bạn biết họ, hãy mời địa chỉ bên dưới. Nếu không, bạn không cần làm gì: họ không thể vào khi chưa được mời.",
    button: "Mở danh sách lời mời",
    note: "Chúng tôi không cho họ biết bạn quyết định thế nào.",
    reason: `Bạn nhận thư này vì bạn có thể mời người vào ${workspace} trên ${product}.`,
  }),
};
