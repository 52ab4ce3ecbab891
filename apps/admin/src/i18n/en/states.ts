export const states = {
  notFoundTitle: "There is nothing here",
  notFound: "The address may be wrong, or what was here has been purged.",
  toStart: "Go to the workspaces",
  errorTitle: "This page could not be shown",
  error: "Try again. If it stays like this, give the request number to whoever runs PronaFlow.",
  requestId: "Request",
  retry: "Try again",
  loading: "Loading",
  loadFailed: "This could not be loaded",
  networkFailed: "The server could not be reached. Check your connection and try again.",
} as const;
