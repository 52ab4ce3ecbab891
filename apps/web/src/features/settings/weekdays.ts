import { useFormatter } from "next-intl";

/** ISO's weekdays in their order with their names: 1 is Monday. */
export function useWeekdays(): { value: string; label: string }[] {
  const format = useFormatter();
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    // The first of January 2024 was a Monday.
    const date = new Date(Date.UTC(2024, 0, day));
    return { value: String(day), label: format.dateTime(date, { weekday: "long", timeZone: "UTC" }) };
  });
}
