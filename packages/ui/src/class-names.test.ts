import { expect, test } from "vitest";
import { classNames } from "./class-names.ts";

test("of two classes for one property the later stays, in its place", () => {
  expect(classNames("h-4 block", "h-7 w-48")).toBe("block h-7 w-48");
  expect(classNames("bg-card text-sm text-foreground", "text-base bg-muted")).toBe(
    "text-foreground text-base bg-muted",
  );
});

test("a class for all sides replaces those for one, and not the other way round", () => {
  expect(classNames("px-3 py-1", "p-0")).toBe("p-0");
  expect(classNames("p-4", "pb-0")).toBe("p-4 pb-0");
  expect(classNames("h-4 w-4", "size-6")).toBe("size-6");
});

test("states and sizes of the screen are properties of their own", () => {
  expect(classNames("p-4 sm:p-6 hover:bg-hover", "p-0 sm:p-8")).toBe("hover:bg-hover p-0 sm:p-8");
  expect(classNames("[&_svg]:size-4 size-9", "size-6")).toBe("[&_svg]:size-4 size-6");
});

test("what is of no known family is kept", () => {
  expect(classNames("flex", false, ["grid", null], "text-center text-danger-ink")).toBe(
    "flex grid text-center text-danger-ink",
  );
});
