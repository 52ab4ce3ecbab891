import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ["@pronaflow/ui", "@pronaflow/contract"],
  // The root check covers the whole tree in one pass; a second one here would only repeat it.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

const withIntl = createNextIntlPlugin("./src/i18n/request.ts");

export default withIntl(config);
