/** The surface of what opens over the page: menus, lists, popovers. */
export const menuSurface =
  "z-50 min-w-48 animate-appear rounded-md border bg-popover p-1 text-foreground shadow-raised";

/** One row of it. Radix and cmdk mark the row under the pointer or the arrow keys; cmdk says `data-disabled` of each. */
export const menuRow = [
  "relative flex min-h-9 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-left text-sm outline-none sm:min-h-8",
  "data-[highlighted]:bg-hover data-[selected=true]:bg-hover data-[disabled]:not-data-[disabled=false]:text-muted-foreground",
  "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground",
].join(" ");
