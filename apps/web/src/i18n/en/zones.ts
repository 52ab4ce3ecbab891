export const zones = {
  zone: "Time zone",
  find: "Find a city, or GMT+7",
  heading: "Time zones",
  none: "No time zone like that.",
} as const;
