import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const shared = {
  resolve: {
    alias: {
      "@": root,
      // Throws outside React's server condition; the tests are a server.
      "server-only": path.join(root, "tests/support/server-only.ts"),
    },
  },
};
// A zone nobody here lives in: code that forgets a time zone fails loudly.
const env = { TZ: "Asia/Kathmandu", NODE_ENV: "test" as const };

export default defineConfig({
  test: {
    // Two cores, and half of a database test is spent in Postgres; by itself Vitest would take one.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          env,
          include: ["tests/unit/**/*.test.ts", "tests/architecture/**/*.test.ts"],
          setupFiles: ["tests/support/fail-on-console.ts", "tests/support/drawn-alike.ts"],
          // Pure code: what one file has read serves the next, which halves the time.
          isolate: false,
          // Property tests count for themselves what the code counts: slow on a busy machine, never wrong.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          env,
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: [
            "tests/support/fail-on-console.ts",
            "tests/support/drawn-alike.ts",
            "tests/support/worker-database.ts",
          ],
          pool: "forks",
          // Each file starts afresh all the same: see worker-database.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
