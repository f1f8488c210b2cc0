import { defineConfig } from "@playwright/test";

// `npm test` has built, seeded and started the server; by hand, Playwright starts its own.
const given = process.env["BROWSER_BASE_URL"];
const ownPort = 4173;
const executablePath = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Two cores: one for the browser, one for the server and the database.
  workers: process.env["BROWSER_WORKERS"] ? Number(process.env["BROWSER_WORKERS"]) : 2,
  fullyParallel: false,
  forbidOnly: process.env["CI"] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: given ?? `http://localhost:${ownPort}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // What was done and said, without pictures of each step: those cost a fifth of the whole run.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: false,
      // A browser that asks the outside world nothing by itself.
      args: [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
  ...(given
    ? {}
    : {
        webServer: {
          command: "node scripts/run.js browser-server",
          env: { PORT: String(ownPort) },
          url: `http://localhost:${ownPort}/api/health`,
          timeout: 300_000,
          reuseExistingServer: true,
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        },
      }),
});
