import type { ErrorCode, ErrorMeta } from "./errors.ts";
import type { Locale } from "./locale.ts";

const en: Record<ErrorCode, string> = {
  INVALID_INPUT: "Some fields need another look.",
  MALFORMED_REQUEST: "The request could not be read. Check that it is valid JSON.",
  BATCH_TOO_LARGE: "Too many calls in one request. Send at most 10.",
  TOKEN_INVALID: "This link has expired or was already used. Ask for a new one.",
  PASSWORD_REFUSED: "This password can't be used. Choose one that meets every rule.",
  CHALLENGE_GONE: "This sign-in took too long or met too many wrong codes. Start again.",
  PASSKEY_REFUSED: "This passkey can't be used here. Try again, or use another way in.",
  NAME_MISMATCH: "The name you typed doesn't match. Type it exactly as shown.",
  PROVIDER_REFUSED: "This sign-in was refused. Start again, or use another way in.",
  UNAUTHENTICATED: "Sign in to continue.",
  INVALID_CREDENTIALS: "Email, username or password is wrong. Check them and try again.",
  FORBIDDEN: "Your role doesn't allow this. It needs {permission}, which {grantedBy} can give you.",
  EMAIL_NOT_VERIFIED: "Verify your email address first. The link is in your inbox.",
  STEP_UP_REQUIRED: "Confirm that it's you to continue.",
  CURRENT_PASSWORD_WRONG: "The current password is wrong.",
  FACTOR_WRONG: "This code is wrong or was already used. Wait for the next one and try again.",
  MFA_REQUIRED: "Set up two-step sign-in to continue.",
  CAPTCHA_REQUIRED: "We couldn't check that you're not a robot. Try again.",
  CROSS_SITE: "This request came from another site and was refused.",
  TOKEN_NOT_PERMITTED: "This access token doesn't allow it. Make one with the permission {permission}, or sign in.",
  ACCOUNT_LEAVING: "Your account is on its way out. Keep it first, then continue.",
  WORKSPACE_NEEDS_MFA:
    "This workspace opens only after a second step. Set up two-step sign-in, or sign in again with it.",
  SESSION_TOO_OLD: "This workspace asks for a newer sign-in. Sign in again to continue.",
  LAST_SUPERADMIN: "You are the last superadmin. Name another one first.",
  SOLE_OWNER: "You are the only owner of a workspace. Hand it over or delete it first.",
  TOKEN_LIMIT_REACHED: "You have 50 access tokens. Revoke one you no longer use, then try again.",
  NOT_FOUND: "There is nothing here, or you don't have access to it.",
  METHOD_NOT_ALLOWED: "This address doesn't answer that method.",
  USERNAME_TAKEN: "This username is taken or too close to another. Choose a different one.",
  SLUG_TAKEN: "This address is taken or too close to another. Choose a different one.",
  WORKSPACE_LIMIT_REACHED: "You own {limit} workspaces, which is the most one person may own.",
  WORKSPACE_NOT_DELETED: "This workspace is not deleted.",
  RESTORE_WINDOW_CLOSED: "The time to restore this workspace has passed.",
  MFA_ALREADY_ON: "Two-step sign-in is already on.",
  MFA_NOT_ON: "Two-step sign-in is not on.",
  INCIDENT_SETTLED: "Someone else has dealt with this incident meanwhile.",
  PASSKEY_LIMIT_REACHED: "You have {limit} passkeys, which is the most one account may have. Remove one first.",
  ALREADY_VERIFIED: "This email address is already verified.",
  PROVIDER_TAKEN: "Already connected: each provider account belongs to one person, and each person has one of a kind.",
  LAST_WAY_IN: "This is your only way to sign in. Set a password or add another way first.",
  PAYLOAD_TOO_LARGE: "The request is too large.",
  UNSUPPORTED_MEDIA_TYPE: "Send JSON with the content type application/json.",
  RATE_LIMITED: "Too many tries. Wait {retryAfterSeconds} seconds and try again.",
  INTERNAL: "Something went wrong on our side. Try again, or send us the request number.",
  BUSY: "The service is busy. Try again in a moment.",
  UNAVAILABLE: "The service is not available right now. Try again in a moment.",
  PROVIDER_UNAVAILABLE: "The sign-in provider is not answering. Try again in a moment, or use another way in.",
  TIMEOUT: "That took too long and was stopped. Try again.",
};

const vi: Record<ErrorCode, string> = {
  INVALID_INPUT: "Một số trường cần được xem lại.",
  MALFORMED_REQUEST: "Không đọc được yêu cầu. Hãy kiểm tra xem đó có phải JSON hợp lệ không.",
  BATCH_TOO_LARGE: "Quá nhiều lệnh gọi trong một yêu cầu. Gửi tối đa 10.",
  TOKEN_INVALID: "Liên kết này đã hết hạn hoặc đã được dùng. Hãy yêu cầu liên kết mới.",
  PASSWORD_REFUSED: "Không thể dùng mật khẩu này. Hãy chọn mật khẩu đáp ứng mọi quy tắc.",
  CHALLENGE_GONE: "Lần đăng nhập này đã quá lâu hoặc có quá nhiều mã sai. Hãy bắt đầu lại.",
  PASSKEY_REFUSED: "Không thể dùng khóa truy cập này ở đây. Hãy thử lại hoặc dùng cách khác.",
  NAME_MISMATCH: "Tên bạn nhập không khớp. Hãy nhập đúng như hiển thị.",
  PROVIDER_REFUSED: "Lần đăng nhập này bị từ chối. Hãy bắt đầu lại hoặc dùng cách khác.",
  UNAUTHENTICATED: "Hãy đăng nhập để tiếp tục.",
  INVALID_CREDENTIALS: "Email, tên người dùng hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại.",
  FORBIDDEN: "Vai trò của bạn không cho phép việc này. Cần quyền {permission}, do {grantedBy} cấp.",
  EMAIL_NOT_VERIFIED: "Hãy xác minh địa chỉ email trước. Liên kết nằm trong hộp thư của bạn.",
  STEP_UP_REQUIRED: "Hãy xác nhận đó là bạn để tiếp tục.",
  CURRENT_PASSWORD_WRONG: "Mật khẩu hiện tại không đúng.",
  FACTOR_WRONG: "Mã này sai hoặc đã được dùng. Hãy đợi mã tiếp theo rồi thử lại.",
  MFA_REQUIRED: "Hãy thiết lập đăng nhập hai bước để tiếp tục.",
  CAPTCHA_REQUIRED: "Chưa xác nhận được bạn không phải robot. Hãy thử lại.",
  CROSS_SITE: "Yêu cầu này đến từ một trang khác và đã bị từ chối.",
  TOKEN_NOT_PERMITTED: "Mã truy cập này không cho phép. Hãy tạo mã có quyền {permission}, hoặc đăng nhập.",
  ACCOUNT_LEAVING: "Tài khoản của bạn sắp bị xóa. Hãy giữ lại tài khoản trước rồi tiếp tục.",
  WORKSPACE_NEEDS_MFA:
    "Không gian làm việc này chỉ mở sau bước xác minh thứ hai. Hãy bật đăng nhập hai bước hoặc đăng nhập lại bằng bước đó.",
  SESSION_TOO_OLD: "Không gian làm việc này yêu cầu lần đăng nhập mới hơn. Hãy đăng nhập lại để tiếp tục.",
  LAST_SUPERADMIN: "Bạn là quản trị viên cấp cao cuối cùng. Hãy chỉ định người khác trước.",
  SOLE_OWNER: "Bạn là chủ sở hữu duy nhất của một không gian làm việc. Hãy chuyển giao hoặc xóa nó trước.",
  TOKEN_LIMIT_REACHED: "Bạn đã có 50 mã truy cập. Hãy thu hồi một mã không còn dùng rồi thử lại.",
  NOT_FOUND: "Không có gì ở đây, hoặc bạn không có quyền truy cập.",
  METHOD_NOT_ALLOWED: "Địa chỉ này không hỗ trợ phương thức đó.",
  USERNAME_TAKEN: "Tên người dùng này đã có hoặc quá giống tên khác. Hãy chọn tên khác.",
  SLUG_TAKEN: "Địa chỉ này đã có hoặc quá giống địa chỉ khác. Hãy chọn địa chỉ khác.",
  WORKSPACE_LIMIT_REACHED: "Bạn đang sở hữu {limit} không gian làm việc, mức tối đa cho một người.",
  WORKSPACE_NOT_DELETED: "Không gian làm việc này chưa bị xóa.",
  RESTORE_WINDOW_CLOSED: "Đã quá thời hạn khôi phục không gian làm việc này.",
  MFA_ALREADY_ON: "Đăng nhập hai bước đã được bật.",
  MFA_NOT_ON: "Đăng nhập hai bước chưa được bật.",
  INCIDENT_SETTLED: "Người khác đã xử lý sự cố này rồi.",
  PASSKEY_LIMIT_REACHED: "Bạn có {limit} khóa truy cập, mức tối đa cho một tài khoản. Hãy xóa bớt một khóa trước.",
  ALREADY_VERIFIED: "Địa chỉ email này đã được xác minh.",
  PROVIDER_TAKEN:
    "Đã được kết nối: mỗi tài khoản nhà cung cấp thuộc về một người, và mỗi người có một tài khoản mỗi loại.",
  LAST_WAY_IN: "Đây là cách đăng nhập duy nhất của bạn. Hãy đặt mật khẩu hoặc thêm cách khác trước.",
  PAYLOAD_TOO_LARGE: "Yêu cầu quá lớn.",
  UNSUPPORTED_MEDIA_TYPE: "Hãy gửi JSON với kiểu nội dung application/json.",
  RATE_LIMITED: "Quá nhiều lần thử. Hãy đợi {retryAfterSeconds} giây rồi thử lại.",
  INTERNAL: "Đã xảy ra lỗi ở phía chúng tôi. Hãy thử lại hoặc gửi cho chúng tôi số yêu cầu.",
  BUSY: "Dịch vụ đang bận. Hãy thử lại sau giây lát.",
  UNAVAILABLE: "Dịch vụ hiện không khả dụng. Hãy thử lại sau giây lát.",
  PROVIDER_UNAVAILABLE: "Nhà cung cấp đăng nhập không phản hồi. Hãy thử lại sau giây lát hoặc dùng cách khác.",
  TIMEOUT: "Việc này mất quá nhiều thời gian nên đã dừng lại. Hãy thử lại.",
};

/** What a person reads for each code. A code without copy in every language does not compile. */
export const errorCopy: Record<Locale, Record<ErrorCode, string>> = { en, vi };

/** The sentence for a failure, its `{names}` filled from `meta`; lists are joined with commas. */
export function describeError(code: ErrorCode, meta: ErrorMeta = {}, locale: Locale = "en"): string {
  return errorCopy[locale][code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(meta, name) ? meta[name] : undefined;
    if (value === undefined) return whole;
    return Array.isArray(value) ? value.join(", ") : String(value);
  });
}
