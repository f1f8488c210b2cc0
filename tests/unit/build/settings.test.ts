import { expect, test } from "vitest";
import { settingsFrom } from "../../../scripts/launch/settings";

const secret = () => "kept-secret";

test("without a database the demonstration runs, for this machine only", () => {
  const settings = settingsFrom({}, secret);
  expect(settings).toMatchObject({ port: 3000, host: "127.0.0.1", demo: true, databaseUrl: null });
  expect(settings.env).toEqual({
    PORT: "3000",
    DEMO: "1",
    NEXTAUTH_SECRET: "kept-secret",
    NEXTAUTH_URL: "http://localhost:3000",
  });
});

test("without an address, another database of its own may be asked for", () => {
  expect(settingsFrom({}, secret).databaseName).toBe("cowloting");
  const scale = settingsFrom({ DATABASE_NAME: "cowloting_scale" }, secret);
  expect(scale).toMatchObject({ databaseName: "cowloting_scale", databaseUrl: null, demo: true });
  const both = { DATABASE_NAME: "cowloting_scale", DATABASE_URL: "postgresql://db/one" };
  expect(() => settingsFrom(both, secret)).toThrow("two databases");
});

test("with a database it is an installation: nothing is made up for it", () => {
  const settings = settingsFrom({ DATABASE_URL: "postgresql://db/one", PORT: "8080" }, secret);
  expect(settings).toMatchObject({ port: 8080, host: "0.0.0.0", demo: false });
  expect(settings.env).toEqual({ PORT: "8080", DEMO: "0" });
});

test("DEMO=1 makes a demonstration of a database given from outside", () => {
  const settings = settingsFrom({ DATABASE_URL: "postgresql://db/one", DEMO: "1" }, secret);
  expect(settings).toMatchObject({ demo: true, databaseUrl: "postgresql://db/one" });
});

test.each(["0", "65536", "80a", "-1", "3.5"])("PORT=%s is refused with what to write", (PORT) => {
  expect(() => settingsFrom({ PORT }, secret)).toThrow(/PORT=3001 npm start/);
});
