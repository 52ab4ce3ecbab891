export const states = {
  notFoundTitle: "There is nothing here",
  notFound: "The address may be wrong, or what was here is gone or not yours to see.",
  toStart: "Go to the start page",
  errorTitle: "This page could not be shown",
  error: "Try again. If it stays like this, send us the request number.",
  requestId: "Request",
  retry: "Try again",
  loading: "Loading",
  loadFailed: "This could not be loaded",
  networkFailed: "The server could not be reached. Check your connection and try again.",
} as const;
