import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/web/request-locale.ts");

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // A second server on the same tree (a hand try beside `npm run dev`) needs its own folder.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // A lockfile in a parent folder would otherwise move the root, and the standalone server with it.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The health page compares the migrations shipped with those applied.
  outputFileTracingIncludes: {
    "/**": ["./prisma/migrations/**/*", "./lib/reports/packs/files/*"],
  },
  // Loaded from node_modules as they are: they read their own files at run time.
  serverExternalPackages: ["pg", "graphile-worker", "pino", "nodemailer", "pdfkit", "sharp"],
  // The types are checked as a step of their own.
  typescript: { ignoreBuildErrors: true },
  // A photo may be sent; every other form is held far below by lib/web/refused-request.ts.
  experimental: { serverActions: { bodySizeLimit: "12mb" }, proxyClientMaxBodySize: "13mb" },
  // Programs of other networks ask for an event at the address of its page, by what they accept.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/evenements/:slug([a-z0-9-]+)",
        has: [{ type: "header", key: "accept", value: ".*application/(activity|ld)\\+json.*" }],
        destination: "/api/v1/events/:slug/activity",
      },
    ],
  }),
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // No instruction file is to be written into the tree by `next dev`.
  agentRules: false,
};

export default withNextIntl(config);
