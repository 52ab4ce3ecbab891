/**
 * Below 640 px the table's parts are laid out as blocks, and a browser then forgets what they are: the roles say it
 * outright.
 */
export const tableRoles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;
