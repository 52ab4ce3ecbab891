import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { en } from "#i18n/en.ts";
import { vi } from "#i18n/vi.ts";
import type { Words } from "./field-words.ts";
import { fieldName, fieldValue, toldFields } from "./field-words.ts";

const BEN = "0199c0de-0000-7000-8000-000000000001";
const NOBODY = "0199c0de-0000-7000-8000-00000000000f";

function wordsIn(locale: "en" | "vi"): Words {
  const messages = locale === "en" ? en : (vi as unknown as typeof en);
  return {
    // The hooks give these very functions; only React is left out.
    t: createTranslator({ locale, messages, namespace: "log" }) as unknown as Words["t"],
    access: createTranslator({ locale, messages, namespace: "access" }) as unknown as Words["access"],
    format: createFormatter({ locale, timeZone: "Asia/Ho_Chi_Minh" }),
    locale,
    names: new Map([[BEN, "Ben"]]),
  };
}

const SAID: [field: string, given: unknown, en: string, vi: string][] = [
  ["role", "OWNER", "Owner", "Chủ sở hữu"],
  ["state", "ACTIVE", "Active", "Đang hoạt động"],
  ["status", "DEACTIVATED", "Deactivated", "Tạm ngừng"],
  ["hasLogo", true, "Yes", "Có"],
  ["hasLogo", false, "No", "Không"],
  ["memberEndsAt", null, "–", "–"],
  ["memberEndsAt", "2026-11-24T18:30:00+01:00", "Nov 25, 2026, 12:30 AM", "00:30 25 thg 11, 2026"],
  ["mfaRequiredFrom", "2026-11-24T17:00:00.000Z", "Nov 25, 2026, 12:00 AM", "00:00 25 thg 11, 2026"],
  ["owner", BEN, "Ben", "Ben"],
  ["owner", NOBODY, "Someone who left", "Người đã rời đi"],
  ["asked", [BEN, NOBODY], "Ben, Someone who left", "Ben, Người đã rời đi"],
  ["permission", "members.invite", "invite members", "mời thành viên"],
  ["workDays", [1, 6], "Monday, Saturday", "Thứ Hai, Thứ Bảy"],
  ["weekStart", 7, "Sunday", "Chủ Nhật"],
  ["minutesPerDay", 480, "8 hours", "8 giờ"],
  ["minutesPerDay", 450, "7 hours, 30 minutes", "7 giờ, 30 phút"],
  ["sessionMaxMinutes", 43_200, "30 days", "30 ngày"],
  ["locale", "vi", "Vietnamese", "Tiếng Việt"],
  ["country", "DE", "Germany", "Đức"],
  ["bytes", 12_345, "13 kB", "13 kB"],
  ["format", "jsonl", "JSON Lines", "JSON Lines"],
  ["filter", "{}", "The whole log", "Toàn bộ nhật ký"],
  ["filter", `{"actorId":"${NOBODY}","actions":["workspace.opened"]}`, "One person, Entries", "Một người, Lượt vào"],
  ["how", "HEIR", "To the named successor", "Cho người kế nhiệm đã chọn"],
  ["invitationDomains", ["a.example", "b.example"], "a.example, b.example", "a.example, b.example"],
];

test.each(SAID)("%s %j is said in words", (field, given, english, vietnamese) => {
  expect(fieldValue(wordsIn("en"), given, field)).toBe(english);
  expect(fieldValue(wordsIn("vi"), given, field)).toBe(vietnamese);
});

test.each([
  ["name", "ACTIVE", "ACTIVE"],
  ["name", "OWNER", "OWNER"],
  ["state", "stateOf", "stateOf"],
  ["state", "SOMETHING_NEW", "SOMETHING_NEW"],
  ["role", 7, "7"],
  ["weekStart", 9, "9"],
  ["country", "not a country", "not a country"],
  ["memberEndsAt", "2026-99-99T99:99:99Z", "2026-99-99T99:99:99Z"],
  ["filter", "not json", "not json"],
  ["filter", '{"actions":[{"$gt":1}]}', "[object Object]"],
  ["constructor", "x", "x"],
  ["__proto__", { a: [1] }, '{"a":[1]}'],
  ["brandNew", { nested: true }, '{"nested":true}'],
])("what has no words is shown as it is: %s %j", (field, given, shown) => {
  expect(fieldValue(wordsIn("en"), given, field)).toBe(shown);
});

test("a field that nobody worded is called as it is kept, and numbers of rows are left out", () => {
  expect(fieldName(wordsIn("vi"), "timeZone")).toBe("Múi giờ");
  expect(fieldName(wordsIn("en"), "brandNew")).toBe("brandNew");
  expect(toldFields({ accountId: BEN, state: "ACTIVE" })).toEqual({ state: "ACTIVE" });
  expect(toldFields({ accountId: BEN })).toBeNull();
});
