import { expect, test } from "vitest";
import { parseAddresses } from "./parse-addresses.ts";

test("addresses are found in lines, commas, names with brackets and semicolons, each once and its twin apart", () => {
  const text = 'ana@example.com, Bo <bo@example.com>; "Cy D" <cy@example.com>\r\nANA@example.com\n\ndi@example.com';
  expect(parseAddresses(text)).toEqual({
    addresses: ["ana@example.com", "bo@example.com", "cy@example.com", "di@example.com"],
    repeated: ["ANA@example.com"],
    unread: [],
  });
});

test("a table's column is read whatever stands beside it, and its heading is none of the lines without an address", () => {
  const csv = '\uFEFFName,Email\n"Ana","ana@example.com"\nBo,\nCy,cy@example.com\n';
  expect(parseAddresses(csv)).toEqual({
    addresses: ["ana@example.com", "cy@example.com"],
    repeated: [],
    unread: ["Bo,"],
  });
});

test("what only looks like an address is handed on: the server judges it and answers in its row", () => {
  expect(parseAddresses("no@where, @, plain").addresses).toEqual(["no@where", "@"]);
});
