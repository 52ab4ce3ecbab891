/** The admin the suite makes by the link of the first start. */
export const firstAdmin = {
  displayName: "Ada Admin",
  username: "ada-admin",
  email: "ada.admin@example.test",
  password: "Correct-Horse-7-Battery",
};
