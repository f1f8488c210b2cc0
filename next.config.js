import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/web/request-locale.ts");

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // The types are checked as a step of their own.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "graphile-worker", "pino", "nodemailer"],
  outputFileTracingIncludes: { "/**": ["./prisma/migrations/**/*"] },
  agentRules: false,
};

export default withNextIntl(config);
