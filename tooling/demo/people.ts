/** The password of everyone in the demo, printed when it is done. */
export const DEMO_PASSWORD = "Paper-Lanterns-At-Dusk-7";

export interface DemoPerson {
  username: string;
  displayName: string;
  locale: "en" | "vi";
  timeZone: string;
  /** How long ago they joined, in days. */
  joinedDaysAgo: number;
}

/** People who could work together, in the two languages of the product. */
export const DEMO_PEOPLE: DemoPerson[] = [
  {
    username: "linh-tran",
    displayName: "Trần Thùy Linh",
    locale: "vi",
    timeZone: "Asia/Ho_Chi_Minh",
    joinedDaysAgo: 58,
  },
  { username: "marta-ruiz", displayName: "Marta Ruiz", locale: "en", timeZone: "Europe/Madrid", joinedDaysAgo: 55 },
  { username: "jonas-weber", displayName: "Jonas Weber", locale: "en", timeZone: "Europe/Berlin", joinedDaysAgo: 52 },
  {
    username: "minh-pham",
    displayName: "Phạm Quang Minh",
    locale: "vi",
    timeZone: "Asia/Ho_Chi_Minh",
    joinedDaysAgo: 49,
  },
  { username: "aisha-bello", displayName: "Aisha Bello", locale: "en", timeZone: "Africa/Lagos", joinedDaysAgo: 41 },
  { username: "kenji-mori", displayName: "Kenji Mori", locale: "en", timeZone: "Asia/Tokyo", joinedDaysAgo: 37 },
  {
    username: "sofia-lind",
    displayName: "Sofia Lindqvist",
    locale: "en",
    timeZone: "Europe/Stockholm",
    joinedDaysAgo: 30,
  },
  {
    username: "dao-nguyen",
    displayName: "Nguyễn Anh Đào",
    locale: "vi",
    timeZone: "Asia/Ho_Chi_Minh",
    joinedDaysAgo: 21,
  },
  { username: "priya-nair", displayName: "Priya Nair", locale: "en", timeZone: "Asia/Kolkata", joinedDaysAgo: 16 },
  { username: "tom-okafor", displayName: "Tom Okafor", locale: "en", timeZone: "Europe/London", joinedDaysAgo: 9 },
  { username: "ines-costa", displayName: "Inês Costa", locale: "en", timeZone: "Europe/Lisbon", joinedDaysAgo: 4 },
  { username: "bao-le", displayName: "Lê Gia Bảo", locale: "vi", timeZone: "Asia/Ho_Chi_Minh", joinedDaysAgo: 1 },
];

export interface DemoWorkspace {
  name: string;
  description: string;
  owner: string;
  members: Record<string, "ADMIN" | "MEMBER" | "VIEWER" | "GUEST">;
  createdDaysAgo: number;
  renamedTo?: string;
  deletedDaysAgo?: number;
}

export const DEMO_WORKSPACES: DemoWorkspace[] = [
  {
    name: "Lantern Studio",
    description: "Brand and product design for small publishers.",
    owner: "linh-tran",
    members: { "marta-ruiz": "ADMIN", "jonas-weber": "MEMBER", "dao-nguyen": "MEMBER", "kenji-mori": "GUEST" },
    createdDaysAgo: 50,
    renamedTo: "Lantern & Co",
  },
  {
    name: "Harbour Logistics",
    description: "Freight planning between Hải Phòng and Rotterdam.",
    owner: "minh-pham",
    members: { "linh-tran": "VIEWER", "aisha-bello": "ADMIN", "tom-okafor": "MEMBER" },
    createdDaysAgo: 40,
  },
  {
    name: "Northern Seed Bank",
    description: "Catalogue and lending of heirloom seeds.",
    owner: "sofia-lind",
    members: { "jonas-weber": "ADMIN", "priya-nair": "MEMBER", "ines-costa": "VIEWER" },
    createdDaysAgo: 28,
  },
  {
    name: "Kite Festival 2026",
    description: "",
    owner: "kenji-mori",
    members: { "bao-le": "MEMBER" },
    createdDaysAgo: 12,
  },
  {
    name: "Old Pilot",
    description: "The trial we ran before the real thing.",
    owner: "marta-ruiz",
    members: { "linh-tran": "ADMIN" },
    createdDaysAgo: 45,
    deletedDaysAgo: 26,
  },
  {
    name: "Riverside Tenants",
    description: "Repairs, meetings and the shared garden.",
    owner: "aisha-bello",
    members: { "tom-okafor": "MEMBER", "ines-costa": "MEMBER" },
    createdDaysAgo: 20,
    deletedDaysAgo: 3,
  },
];
