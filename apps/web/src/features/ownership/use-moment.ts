import { useFormatter } from "next-intl";

/** Writes an instant as its reader would say it. */
export function useMoment(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: "long", timeStyle: "short" });
}
