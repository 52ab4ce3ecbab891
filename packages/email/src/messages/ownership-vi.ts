import type { OwnershipMessages } from "./ownership-messages.ts";

const reason = (workspace: string, product: string) =>
  `Bạn nhận được thư này vì bạn là thành viên của ${workspace} trên ${product}.`;

export const ownershipVi: OwnershipMessages = {
  "ownership-offered": ({ product, workspace, from, until }) => ({
    subject: `${from} đề nghị chuyển quyền sở hữu ${workspace} cho bạn`,
    preheader: `Bạn có thể chấp nhận đến ${until}.`,
    heading: `Bạn được đề nghị nhận quyền sở hữu ${workspace}`,
    lead: `${from} muốn giao không gian làm việc ${workspace} cho bạn. Là chủ sở hữu, bạn có thể làm mọi việc ở đó, kể cả thanh toán và xóa; ${from} sẽ trở thành quản trị viên.`,
    more: `Chưa có gì thay đổi trước khi bạn chấp nhận. Lời đề nghị có hiệu lực đến ${until}.`,
    button: "Xem lời đề nghị",
    note: "Có thể bạn cần đăng nhập trước. Nếu bạn không chờ đợi điều này, hãy từ chối tại đó.",
    reason: reason(workspace, product),
  }),
  "ownership-offer-made": ({ product, workspace, from, to, until }) => ({
    subject: `Quyền sở hữu ${workspace} được đề nghị cho ${to}`,
    preheader: `Có thể chấp nhận đến ${until}.`,
    heading: `Quyền sở hữu ${workspace} được đề nghị cho ${to}`,
    lead: `${from} đã đề nghị chuyển quyền sở hữu không gian làm việc ${workspace} cho ${to}. Khi ${to} chấp nhận, ${to} là chủ sở hữu và ${from} là quản trị viên.`,
    more: `Chưa có gì thay đổi trước đó. Lời đề nghị có hiệu lực đến ${until}; mọi chủ sở hữu đều có thể thu hồi.`,
    button: "Xem ai là chủ sở hữu",
    note: "Nếu bạn không chờ đợi điều này, hãy thu hồi lời đề nghị và trao đổi với các chủ sở hữu khác.",
    reason: `Bạn nhận được thư này vì bạn là chủ sở hữu của ${workspace} trên ${product}.`,
  }),
  "ownership-transferred": ({ product, workspace, from, to }) => ({
    subject: `${to} hiện là chủ sở hữu của ${workspace}`,
    preheader: `${from} hiện là quản trị viên.`,
    heading: `${to} hiện là chủ sở hữu của ${workspace}`,
    lead: `${to} đã chấp nhận quyền sở hữu không gian làm việc ${workspace} do ${from} đề nghị. ${from} hiện là quản trị viên.`,
    more: "Không có gì khác thay đổi: thành viên, cài đặt và nội dung vẫn như cũ.",
    button: "Mở không gian làm việc",
    note: "Nếu bạn không chờ đợi điều này, hãy trao đổi với các chủ sở hữu.",
    reason: reason(workspace, product),
  }),
  "ownership-offer-ended": ({ product, workspace, to, how }) => ({
    subject: ended[how].subject(workspace, to),
    preheader: `Chủ sở hữu của ${workspace} vẫn như trước.`,
    heading: ended[how].subject(workspace, to),
    lead: ended[how].lead(workspace, to),
    more: `Chủ sở hữu của ${workspace} vẫn như trước.`,
    button: "Mở không gian làm việc",
    note: "Có thể bạn cần đăng nhập trước.",
    reason: reason(workspace, product),
  }),
  "ownership-succeeded": ({ product, workspace, from, to }) => ({
    subject: `${to} là chủ sở hữu của ${workspace}`,
    preheader: `Tài khoản của ${from} đã bị đóng hoặc tạm ngưng.`,
    heading: `${to} là chủ sở hữu của ${workspace}`,
    lead: `Tài khoản của ${from}, chủ sở hữu không gian làm việc ${workspace}, đã bị đóng hoặc tạm ngưng. ${to} hiện là chủ sở hữu.`,
    more: "Không có gì khác thay đổi: thành viên, cài đặt và nội dung vẫn như cũ.",
    button: "Xem ai là chủ sở hữu",
    note: "Chủ sở hữu có thể chỉ định người kế nhiệm, người sẽ tiếp quản khi tài khoản của họ không còn.",
    reason: reason(workspace, product),
  }),
};

const ended = {
  DECLINED: {
    subject: (workspace: string, to: string) => `${to} đã từ chối quyền sở hữu ${workspace}`,
    lead: (workspace: string, to: string) => `${to} không muốn tiếp quản không gian làm việc ${workspace}.`,
  },
  CANCELLED: {
    subject: (workspace: string) => `Lời đề nghị về ${workspace} đã được thu hồi`,
    lead: (workspace: string) => `Quyền sở hữu không gian làm việc ${workspace} không còn được đề nghị cho bạn.`,
  },
  EXPIRED: {
    subject: (workspace: string) => `Lời đề nghị về ${workspace} đã hết hạn`,
    lead: (workspace: string, to: string) =>
      `${to} đã không chấp nhận quyền sở hữu không gian làm việc ${workspace} trong 7 ngày. Bạn có thể đề nghị lại.`,
  },
};
