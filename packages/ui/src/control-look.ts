/** How every box one types into looks. 16 px below 640 px: iOS zooms into anything smaller on focus. */
export const controlLook = [
  "w-full min-w-0 rounded-md border border-control bg-card px-3 text-base text-foreground transition-colors sm:text-sm",
  "hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0",
  "aria-invalid:border-danger-ink aria-invalid:focus-visible:outline-danger-ink",
  "disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground",
].join(" ");
