export default {
  serverExternalPackages: ["better-auth", "pg"],
  turbopack: { root: new URL("../..", import.meta.url).pathname },
  typescript: { ignoreBuildErrors: true },
};
