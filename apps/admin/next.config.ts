import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ["@pronaflow/ui", "@pronaflow/contract"],
  // The root check covers the whole tree in one pass; a second one here would only repeat it.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
