import type * as z from "zod";
import type { FieldErrors } from "./errors.ts";
import type { Locale } from "./locale.ts";

const en = {
  REQUIRED: "Fill this in.",
  INVALID: "This value can't be used here.",
  UNKNOWN_FIELD: "This field is not known.",
  EMAIL_INVALID: "Enter an email address, such as ana@example.com.",
  EMAIL_UNCHANGED: "This is your address already.",
  USERNAME_INVALID: "Use 3–30 characters: a–z, 0–9, hyphen and underscore.",
  USERNAME_RESERVED: "This username is reserved. Choose another.",
  DISPLAY_NAME_LENGTH: "Use 1–80 characters.",
  WORKSPACE_NAME_LENGTH: "Use 2–60 characters.",
  WORKSPACE_NAME_PROFANE: "Choose a name without offensive words.",
  DESCRIPTION_LENGTH: "Use at most 500 characters.",
  HIDDEN_CHARACTERS: "Remove the hidden or control characters.",
  SLUG_INVALID: "Use 2–48 characters: a–z, 0–9 and single hyphens between them.",
  SLUG_RESERVED: "This address is reserved. Choose another.",
  REASON_LENGTH: "Give a reason of 5–500 characters.",
  TIME_ZONE_INVALID: "Choose a time zone from the list.",
  TIME_INVALID: "Enter a time such as 09:00.",
  WORK_DAYS: "Choose at least one day.",
  DAY_LENGTH: "This doesn't fit between the start and the end of the day.",
  COLOUR_INVALID: "Enter a colour such as #1d4ed8.",
  TOO_LONG: "This is too long.",
  TAX_ID_INVALID: "This isn't the form of a tax id of that country.",
  COUNTRY_INVALID: "Choose a country from the list.",
  PICTURE_TYPE: "Choose a PNG, JPEG or WebP picture.",
  PICTURE_SIZE: "Choose a picture of at most 2 MB.",
  DATE_TOO_FAR: "Choose a date within the next year.",
  DOMAIN_INVALID: "Enter domains such as example.com.",
  SESSION_MINUTES_RANGE: "Choose between 15 minutes and 30 days.",
  TOO_MANY: "This is more than fits here.",
  END_PASSED: "Choose a date that lies ahead.",
  ONLY_GUESTS_END: "Only Guests can have an end date.",
  PASSKEY_NAME_LENGTH: "Use 1–80 characters.",
  CODE_INVALID: "Enter the 6 digits that your app shows.",
  BACKUP_CODE_INVALID: "Enter the 16 characters of a backup code.",
  PASSWORD_TOO_SHORT: "At least 12 characters",
  PASSWORD_TOO_SHORT_FOR_POLICY: "At least 15 characters",
  PASSWORD_TOO_LONG: "At most 128 characters",
  PASSWORD_UPPER: "An upper-case letter",
  PASSWORD_LOWER: "A lower-case letter",
  PASSWORD_DIGIT: "A digit",
  PASSWORD_SPECIAL: "A special character",
  PASSWORD_CONTEXT: "Not built on your email, your username or the product's name",
  PASSWORD_COMMON: "Not a common or leaked password",
  PASSWORD_REUSED: "Not one of your last 5 passwords",
  PASSWORD_MISMATCH: "The two passwords differ.",
} as const;

export type FieldErrorCode = keyof typeof en;

const vi: Record<FieldErrorCode, string> = {
  REQUIRED: "Hãy điền trường này.",
  INVALID: "Không thể dùng giá trị này ở đây.",
  UNKNOWN_FIELD: "Không có trường này.",
  EMAIL_INVALID: "Nhập địa chỉ email, ví dụ ana@example.com.",
  EMAIL_UNCHANGED: "Đây đã là địa chỉ của bạn.",
  USERNAME_INVALID: "Dùng 3–30 ký tự: a–z, 0–9, gạch nối và gạch dưới.",
  USERNAME_RESERVED: "Tên người dùng này được dành riêng. Hãy chọn tên khác.",
  DISPLAY_NAME_LENGTH: "Dùng 1–80 ký tự.",
  WORKSPACE_NAME_LENGTH: "Dùng 2–60 ký tự.",
  WORKSPACE_NAME_PROFANE: "Hãy chọn tên không có từ ngữ xúc phạm.",
  DESCRIPTION_LENGTH: "Dùng tối đa 500 ký tự.",
  HIDDEN_CHARACTERS: "Hãy bỏ các ký tự ẩn hoặc ký tự điều khiển.",
  SLUG_INVALID: "Dùng 2–48 ký tự: a–z, 0–9 và các gạch nối đơn ở giữa.",
  SLUG_RESERVED: "Địa chỉ này được dành riêng. Hãy chọn địa chỉ khác.",
  REASON_LENGTH: "Nêu lý do dài 5–500 ký tự.",
  TIME_ZONE_INVALID: "Hãy chọn múi giờ trong danh sách.",
  TIME_INVALID: "Nhập giờ, ví dụ 09:00.",
  WORK_DAYS: "Chọn ít nhất một ngày.",
  DAY_LENGTH: "Thời lượng này không vừa giữa giờ bắt đầu và giờ kết thúc.",
  COLOUR_INVALID: "Nhập một màu, ví dụ #1d4ed8.",
  TOO_LONG: "Nội dung này quá dài.",
  TAX_ID_INVALID: "Đây không phải dạng mã số thuế của quốc gia đó.",
  COUNTRY_INVALID: "Hãy chọn quốc gia trong danh sách.",
  PICTURE_TYPE: "Chọn hình PNG, JPEG hoặc WebP.",
  PICTURE_SIZE: "Chọn hình tối đa 2 MB.",
  DATE_TOO_FAR: "Chọn một ngày trong vòng một năm tới.",
  DOMAIN_INVALID: "Nhập tên miền, ví dụ example.com.",
  SESSION_MINUTES_RANGE: "Chọn từ 15 phút đến 30 ngày.",
  TOO_MANY: "Số lượng này vượt quá mức cho phép.",
  END_PASSED: "Hãy chọn một ngày trong tương lai.",
  ONLY_GUESTS_END: "Chỉ Khách mới có ngày kết thúc.",
  PASSKEY_NAME_LENGTH: "Dùng 1–80 ký tự.",
  CODE_INVALID: "Nhập 6 chữ số mà ứng dụng của bạn hiển thị.",
  BACKUP_CODE_INVALID: "Nhập 16 ký tự của một mã dự phòng.",
  PASSWORD_TOO_SHORT: "Ít nhất 12 ký tự",
  PASSWORD_TOO_SHORT_FOR_POLICY: "Ít nhất 15 ký tự",
  PASSWORD_TOO_LONG: "Tối đa 128 ký tự",
  PASSWORD_UPPER: "Một chữ hoa",
  PASSWORD_LOWER: "Một chữ thường",
  PASSWORD_DIGIT: "Một chữ số",
  PASSWORD_SPECIAL: "Một ký tự đặc biệt",
  PASSWORD_CONTEXT: "Không dựa trên email, tên người dùng của bạn hay tên sản phẩm",
  PASSWORD_COMMON: "Không phải mật khẩu phổ biến hoặc đã bị lộ",
  PASSWORD_REUSED: "Không trùng 5 mật khẩu gần nhất của bạn",
  PASSWORD_MISMATCH: "Hai mật khẩu khác nhau.",
};

const copy: Record<Locale, Record<FieldErrorCode, string>> = { en, vi };

/** What a person reads under a field; an unknown code reads as INVALID. */
export function describeField(code: string, locale: Locale = "en"): string {
  return copy[locale][isFieldErrorCode(code) ? code : "INVALID"];
}

/** Turns zod's issues into codes by path (`settings.name`); the root is `""`. */
export function fieldErrorsOf(error: z.core.$ZodError): FieldErrors {
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".").slice(0, 200);
    fields.set(path, [...(fields.get(path) ?? []), codeOf(issue)]);
  }
  return Object.fromEntries(fields);
}

function codeOf(issue: z.core.$ZodIssue): FieldErrorCode {
  if (isFieldErrorCode(issue.message)) return issue.message;
  if (issue.code === "unrecognized_keys") return "UNKNOWN_FIELD";
  return issue.code === "invalid_type" && issue.input === undefined ? "REQUIRED" : "INVALID";
}

function isFieldErrorCode(code: string): code is FieldErrorCode {
  return Object.hasOwn(en, code);
}
