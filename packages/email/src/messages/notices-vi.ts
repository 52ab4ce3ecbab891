import type { SystemRole } from "@pronaflow/contract";
import type { NoticeMessages } from "./messages.ts";

const more = "Nếu đó là bạn, bạn không cần làm gì. Nếu không phải, hãy cho chúng tôi biết bằng nút dưới đây.";

const ROLES: Record<SystemRole, string> = {
  USER: "không có vai trò",
  SUPPORT: "Hỗ trợ",
  ADMIN: "Quản trị viên",
  SUPERADMIN: "Quản trị viên cấp cao",
};

export const noticesVi: NoticeMessages = {
  notMe: "Không phải tôi",
  more,
  note: "“Không phải tôi” mở một trang có một nút xác nhận. Khi nhấn, mọi phiên đăng nhập sẽ kết thúc, thay đổi về địa chỉ email hoặc cách đăng nhập được hoàn tác, và mật khẩu không đăng nhập được cho đến khi bạn chọn mật khẩu mới. Liên kết chỉ dùng được một lần và có hiệu lực trong 72 giờ.",
  security: "Kiểm tra bảo mật tài khoản",
  reason: ({ product }) =>
    `Bạn nhận được thư này vì nội dung liên quan đến bảo mật tài khoản ${product} của bạn. Không thể tắt loại thư này. Chúng tôi không bao giờ hỏi mật khẩu của bạn qua thư.`,
  facts: {
    passkey: "Khóa truy cập",
    provider: "Tài khoản",
    token: "Mã truy cập",
    runsOut: "Hết hạn",
    newAddress: "Địa chỉ mới",
    earlier: "Trước đó",
    newSignIn: "Đăng nhập mới",
  },
  mails: {
    "new-device": ({ product }) => ({
      subject: `Lần đăng nhập mới vào tài khoản ${product} của bạn`,
      preheader: "Từ một thiết bị chưa từng được dùng.",
      heading: "Lần đăng nhập mới vào tài khoản",
      lead: `Có người vừa đăng nhập tài khoản ${product} của bạn từ một thiết bị chưa từng được dùng trước đây.`,
    }),
    "new-country": ({ product, country }) => ({
      subject: `Tài khoản ${product} của bạn được dùng tại ${country}`,
      preheader: "Trước đây chưa ai đăng nhập từ nơi này.",
      heading: "Đăng nhập từ một quốc gia mới",
      lead: `Có người vừa đăng nhập tài khoản ${product} của bạn từ ${country}, nơi tài khoản chưa từng được dùng. Khi thay đổi tài khoản, mật khẩu sẽ được hỏi lại.`,
    }),
    "impossible-travel": ({ product, earlierPlace, kilometers }) => ({
      subject: `Đăng nhập bất thường vào tài khoản ${product} của bạn`,
      preheader: "Hai nơi quá xa nhau so với thời gian ở giữa.",
      heading: "Hai lần đăng nhập quá xa nhau",
      lead: `Tài khoản ${product} của bạn vừa được đăng nhập cách ${earlierPlace} ${kilometers} km, trong khi mới được dùng ở đó trước đó không lâu. Không ai di chuyển nhanh như vậy.`,
      more: "VPN hoặc mạng di động có thể gây ra điều này. Nếu bạn không nhận ra một trong hai lần đăng nhập, hãy cho chúng tôi biết bằng nút dưới đây.",
    }),
    "session-evicted": ({ product }) => ({
      subject: `Bạn đã được đăng xuất khỏi ${product} trên một thiết bị`,
      preheader: "Một lần đăng nhập mới đã thay thế phiên cũ nhất của bạn.",
      heading: "Bạn đã được đăng xuất trên một thiết bị",
      lead: `Bạn vừa đăng nhập ${product} trong khi đã đạt số phiên tối đa của một tài khoản. Phiên cũ nhất, trên thiết bị dưới đây, đã được kết thúc.`,
      more: "Nếu bạn không thực hiện lần đăng nhập mới đó, hãy cho chúng tôi biết bằng nút dưới đây.",
    }),
    "sign-in-locked": ({ product, lockedUntil, time }) => ({
      subject: `Đăng nhập vào tài khoản ${product} của bạn đang bị khóa`,
      preheader: "Quá nhiều lần nhập sai mật khẩu. Bạn có thể mở khóa ngay.",
      heading: "Đăng nhập đang tạm khóa",
      lead: `Mật khẩu tài khoản ${product} của bạn đã bị nhập sai nhiều lần. Để bảo vệ tài khoản, việc đăng nhập bằng mật khẩu bị khóa đến ${time(lockedUntil)}.`,
      more: "Nếu đó là bạn, hãy mở khóa ngay. Những nơi bạn đang đăng nhập vẫn được giữ nguyên.",
      button: "Mở khóa đăng nhập",
    }),
    "password-changed": ({ product }) => ({
      subject: `Mật khẩu ${product} của bạn đã được thay đổi`,
      preheader: "Nếu không phải bạn, hãy xử lý ngay.",
      heading: "Mật khẩu đã được thay đổi",
      lead: `Mật khẩu tài khoản ${product} của bạn vừa được thay đổi bởi một người đã đăng nhập và biết mật khẩu cũ. Các phiên đăng nhập khác của bạn đã kết thúc.`,
    }),
    "password-reset-done": ({ product }) => ({
      subject: `Mật khẩu ${product} của bạn đã được đặt lại`,
      preheader: "Bạn đã được đăng xuất khỏi mọi thiết bị.",
      heading: "Mật khẩu đã được đặt lại",
      lead: `Mật khẩu tài khoản ${product} của bạn đã được đặt lại bằng liên kết gửi đến địa chỉ này. Mọi phiên đăng nhập đã kết thúc, vì vậy hãy đăng nhập lại bằng mật khẩu mới.`,
      more: "Nếu không phải bạn, có người đang đọc được thư của bạn. Hãy bảo vệ hộp thư trước, rồi cho chúng tôi biết bằng nút dưới đây.",
    }),
    "password-disabled": ({ product }) => ({
      subject: `Mật khẩu ${product} của bạn không còn đăng nhập được`,
      preheader: "Quá nhiều lần nhập sai. Hãy chọn mật khẩu mới.",
      heading: "Hãy chọn mật khẩu mới",
      lead: `Sau một trăm lần nhập sai liên tiếp, mật khẩu tài khoản ${product} của bạn không còn đăng nhập được. Những nơi bạn đang đăng nhập vẫn được giữ nguyên.`,
      more: "Có thể ai đó đang cố đoán mật khẩu. Mật khẩu mới sẽ chấm dứt việc đó.",
      button: "Chọn mật khẩu mới",
    }),
    "mfa-enabled": ({ product }) => ({
      subject: `Đã bật đăng nhập hai bước cho tài khoản ${product}`,
      preheader: "Từ nay, khi đăng nhập sẽ cần thêm mã.",
      heading: "Đã bật đăng nhập hai bước",
      lead: `Từ nay, đăng nhập vào tài khoản ${product} của bạn cần thêm mã từ ứng dụng xác thực. Hãy cất mã dự phòng ở nơi an toàn.`,
    }),
    "mfa-disabled": ({ product }) => ({
      subject: `Đã tắt đăng nhập hai bước cho tài khoản ${product}`,
      preheader: "Khi đăng nhập không còn cần mã.",
      heading: "Đã tắt đăng nhập hai bước",
      lead: `Đăng nhập vào tài khoản ${product} của bạn không còn cần mã. Các mã dự phòng không còn giá trị.`,
    }),
    "factor-reset-by-admin": ({ product }) => ({
      subject: `Đăng nhập hai bước của tài khoản ${product} đã được đặt lại`,
      preheader: "Quản trị viên đã thực hiện. Hãy thiết lập lại.",
      heading: "Đăng nhập hai bước đã được đặt lại",
      lead: `Quản trị viên đã gỡ ứng dụng xác thực và mã dự phòng khỏi tài khoản ${product} của bạn. Bạn sẽ được yêu cầu thiết lập lại đăng nhập hai bước.`,
      more: "Nếu bạn không yêu cầu việc này, hãy cho chúng tôi biết bằng nút dưới đây.",
    }),
    "backup-codes-regenerated": ({ product }) => ({
      subject: `Mã dự phòng mới cho tài khoản ${product} của bạn`,
      preheader: "Các mã cũ không còn dùng được.",
      heading: "Bạn có mã dự phòng mới",
      lead: `Mã dự phòng mới đã được tạo cho tài khoản ${product} của bạn. Các mã cũ không còn dùng được.`,
    }),
    "backup-code-used": ({ product, remaining }) => ({
      subject: `Một mã dự phòng của tài khoản ${product} đã được dùng`,
      preheader: `Còn lại ${remaining} mã.`,
      heading: "Một mã dự phòng đã được dùng",
      lead: `Một mã dự phòng đã được dùng thay cho mã từ ứng dụng xác thực. Tài khoản ${product} của bạn còn lại ${remaining} mã.`,
      more:
        remaining <= 2
          ? "Nếu đó là bạn, hãy sớm tạo mã dự phòng mới. Nếu không phải, hãy cho chúng tôi biết bằng nút dưới đây."
          : more,
    }),
    "passkey-added": ({ product }) => ({
      subject: `Đã thêm khóa truy cập vào tài khoản ${product} của bạn`,
      preheader: "Từ nay có thể đăng nhập bằng khóa này.",
      heading: "Đã thêm khóa truy cập",
      lead: `Một khóa truy cập mới có thể đăng nhập vào tài khoản ${product} của bạn.`,
    }),
    "passkey-removed": ({ product }) => ({
      subject: `Đã gỡ khóa truy cập khỏi tài khoản ${product} của bạn`,
      preheader: "Không thể đăng nhập bằng khóa này nữa.",
      heading: "Đã gỡ khóa truy cập",
      lead: `Một khóa truy cập không còn đăng nhập được vào tài khoản ${product} của bạn.`,
    }),
    "provider-linked": ({ product, providerName }) => ({
      subject: `Đã liên kết ${providerName} với tài khoản ${product} của bạn`,
      preheader: `Từ nay bạn có thể đăng nhập bằng ${providerName}.`,
      heading: `Đã liên kết ${providerName}`,
      lead: `Một tài khoản ${providerName} có thể đăng nhập vào tài khoản ${product} của bạn.`,
    }),
    "provider-unlinked": ({ product, providerName }) => ({
      subject: `Đã hủy liên kết ${providerName} khỏi tài khoản ${product}`,
      preheader: `Bạn không thể đăng nhập bằng ${providerName} nữa.`,
      heading: `Đã hủy liên kết ${providerName}`,
      lead: `Tài khoản ${providerName} của bạn không còn đăng nhập được vào tài khoản ${product}.`,
    }),
    "token-created": ({ product }) => ({
      subject: `Đã tạo mã truy cập cho tài khoản ${product} của bạn`,
      preheader: "Chương trình có thể dùng mã này để thay mặt bạn.",
      heading: "Đã tạo mã truy cập cá nhân",
      lead: `Với mã này, một chương trình có thể thay mặt bạn trên ${product} trong phạm vi quyền được cấp.`,
    }),
    "token-revoked": ({ product }) => ({
      subject: `Đã thu hồi mã truy cập của tài khoản ${product}`,
      preheader: "Chương trình dùng mã này không còn truy cập được.",
      heading: "Đã thu hồi mã truy cập cá nhân",
      lead: `Các chương trình dùng mã này không còn thay mặt bạn trên ${product} được nữa.`,
    }),
    "email-change-requested": ({ product }) => ({
      subject: `Có yêu cầu đổi địa chỉ của tài khoản ${product}`,
      preheader: "Chưa có gì thay đổi. Bạn có thể dừng lại.",
      heading: "Có yêu cầu đổi địa chỉ email",
      lead: `Một người đã đăng nhập yêu cầu chuyển tài khoản ${product} của bạn sang địa chỉ email khác. Địa chỉ chỉ thay đổi khi địa chỉ mới được xác nhận.`,
      more: "Nếu đó là bạn, hãy xác nhận từ hộp thư mới. Nếu bạn đổi ý, hãy dừng tại đây.",
      button: "Dừng thay đổi",
    }),
    "email-changed": ({ product }) => ({
      subject: `Địa chỉ email của tài khoản ${product} đã thay đổi`,
      preheader: "Bạn có thể hoàn tác trong 72 giờ.",
      heading: "Địa chỉ email đã được thay đổi",
      lead: `Tài khoản ${product} của bạn hiện dùng địa chỉ email khác. Thư của tài khoản không còn gửi đến đây.`,
      more: "Nếu đó là bạn, bạn không cần làm gì. Trong 72 giờ, địa chỉ này có thể lấy lại tài khoản.",
      button: "Hoàn tác thay đổi",
    }),
    "email-change-undone": ({ product, email }) => ({
      subject: `Đã hoàn tác việc đổi địa chỉ ${product} của bạn`,
      preheader: "Tài khoản của bạn dùng lại địa chỉ trước.",
      heading: "Đã hoàn tác việc đổi địa chỉ",
      lead: `Tài khoản ${product} của bạn dùng lại địa chỉ ${email}; địa chỉ kia không còn giá trị với tài khoản.`,
    }),
    "deletion-scheduled": ({ product, finalAt, time }) => ({
      subject: `Tài khoản ${product} của bạn sắp bị xóa`,
      preheader: "Bạn vẫn có thể giữ lại tài khoản.",
      heading: "Tài khoản của bạn sẽ bị xóa",
      lead: `Tài khoản ${product} của bạn đã đóng và sẽ bị xóa vĩnh viễn vào ${time(finalAt)}.`,
      more: "Trước thời điểm đó, bạn có thể quay lại và mọi thứ vẫn như cũ.",
      button: "Giữ tài khoản của tôi",
    }),
    "deletion-cancelled": ({ product }) => ({
      subject: `Tài khoản ${product} của bạn được giữ lại`,
      preheader: "Tài khoản không còn nằm trong lịch xóa.",
      heading: "Tài khoản của bạn được giữ lại",
      lead: `Tài khoản ${product} của bạn không còn nằm trong lịch xóa. Mọi thứ vẫn như cũ.`,
    }),
    "system-role-changed": ({ product, before, role }) =>
      role === "USER"
        ? {
            subject: `Bạn không còn vai trò trong bảng điều khiển ${product}`,
            preheader: "Một quản trị viên đã thu hồi vai trò này.",
            heading: "Bạn không còn vai trò trong bảng điều khiển",
            lead: `Một quản trị viên đã thu hồi vai trò ${ROLES[before]} của bạn trong bảng điều khiển ${product}. Bạn đã được đăng xuất khỏi đó. Tài khoản riêng của bạn vẫn như cũ.`,
            more: "Nếu bạn cho rằng đây là nhầm lẫn, hãy hỏi người vận hành hệ thống.",
          }
        : {
            subject: `Vai trò của bạn trong bảng điều khiển ${product}: ${ROLES[role]}`,
            preheader: `Trước đó: ${ROLES[before]}.`,
            heading: `Vai trò của bạn trong bảng điều khiển: ${ROLES[role]}`,
            lead: `Một quản trị viên đã đổi vai trò của bạn trong bảng điều khiển ${product} từ ${ROLES[before]} thành ${ROLES[role]}.`,
            more: "Bạn đăng nhập vào đó bằng chính tài khoản của mình với hai yếu tố; nếu chưa có yếu tố thứ hai, bảng điều khiển sẽ giúp bạn thiết lập. Nếu bạn không chờ đợi việc này và không nhận ra những gì tài khoản đã làm, hãy cho chúng tôi biết bằng “Không phải tôi”.",
            button: "Mở bảng điều khiển",
          },
    "export-ready": ({ product, expiresAt, time }) => ({
      subject: `Dữ liệu ${product} của bạn đã sẵn sàng`,
      preheader: "Hãy đăng nhập để tải về.",
      heading: "Dữ liệu của bạn đã sẵn sàng để tải",
      lead: `Bản sao dữ liệu ${product} bạn yêu cầu đã sẵn sàng. Bạn có thể tải về đến ${time(expiresAt)}.`,
      more: "Bạn sẽ được yêu cầu đăng nhập và xác nhận đó là bạn.",
      button: "Đi đến trang tải về",
    }),
  },
};
