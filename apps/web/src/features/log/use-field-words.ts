import { ROLES } from "@pronaflow/contract";
import { useFormatter, useTranslations } from "next-intl";

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How an entry's fields and values read to a person; what has no words is shown as it is kept. */
export function useFieldWords(names: ReadonlyMap<string, string>) {
  const t = useTranslations("log");
  const roles = useTranslations("access.role");
  const format = useFormatter();

  const name = (field: string): string => {
    const key = `field.${field}` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key as "field.name") : field;
  };
  const value = (given: unknown): string => {
    if (given === undefined || given === null || given === "") return t("none");
    if (typeof given === "boolean") return given ? t("yes") : t("no");
    if (typeof given === "number") return format.number(given);
    if (Array.isArray(given)) return given.length === 0 ? t("none") : format.list(given.map(value), { type: "unit" });
    if (typeof given !== "string") return JSON.stringify(given);
    const role = ROLES.find((one) => one === given);
    if (role) return roles(role);
    if (UUID.test(given)) return names.get(given) ?? given;
    return ISO_TIME.test(given) ? format.dateTime(new Date(given), { dateStyle: "medium", timeStyle: "short" }) : given;
  };
  return { name, value };
}
