import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canReach, parseAccount } from "../../../scripts/postgres/account";
import { whyPostgresFailed } from "../../../scripts/postgres/cluster";
import { isServerOf, parsePostmaster } from "../../../scripts/postgres/postmaster";

test("postmaster.pid gives the process and the port, also while it is being written", () => {
  const whole = "4242\n/data\n1700000000\n54331\n\n127.0.0.1\n";
  expect(parsePostmaster(whole)).toEqual({ pid: 4242, port: 54_331 });
  expect(parsePostmaster("4242\n/data\n")).toEqual({ pid: 4242, port: 0 });
  expect(parsePostmaster("")).toBeNull();
});

test("a number taken by another process is not our server", () => {
  expect(isServerOf(process.pid, "/nowhere")).toBe(false);
  expect(isServerOf(2 ** 22 + 1, "/nowhere")).toBe(false);
});

test("an account is read from the list of users", () => {
  const users = "root:x:0:0:root:/root:/bin/sh\ncowloting:x:998:997::/:/usr/sbin/nologin\n";
  expect(parseAccount(users, "cowloting")).toEqual({ uid: 998, gid: 997 });
  expect(parseAccount(users, "nobody")).toBeNull();
});

test("a folder closed to others is out of reach of Postgres' account", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cowloting-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const stranger = { uid: 65_001, gid: 65_001 };
  expect(canReach(folder, stranger)).toBe(false);
  expect(canReach(folder, null)).toBe(true);
  expect(canReach("/", stranger)).toBe(true);
});

test.each([
  ["could not write: No space left on device", /disk is full/],
  ['data directory "x" has wrong ownership', /another user/],
  ["PANIC: could not locate a valid checkpoint record", /damaged/],
  ["something else", /DATABASE_URL/],
])("a Postgres that does not start says what to do: %s", (log, advice) => {
  expect(whyPostgresFailed(log, "postgres.log")).toMatch(advice);
  expect(whyPostgresFailed(log, "postgres.log")).toContain(log);
});
