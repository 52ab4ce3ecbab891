/** What every list with pages says. */
export const lists = {
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  firstPage: "Go to the first page",
  page: "Page {number, number}",
} as const;
