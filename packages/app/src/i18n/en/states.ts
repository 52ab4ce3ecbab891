export const states = {
  errorTitle: "This page could not be shown",
  requestId: "Request",
  retry: "Try again",
  loading: "Loading",
  loadFailed: "This could not be loaded",
  networkFailed: "The server could not be reached. Check your connection and try again.",
} as const;
