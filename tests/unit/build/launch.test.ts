import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashOfSources } from "../../../scripts/build/sources";
import { whyInstallFailed } from "../../../scripts/launch/dependencies.js";
import { diskFull } from "../../../scripts/launch/disk.js";
import { requireFreePort } from "../../../scripts/launch/port";

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cowloting-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a port somebody has is said by its number, with another one to try", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  await expect(requireFreePort(port, "127.0.0.1")).rejects.toThrow(
    `Port ${port} is taken by another program`,
  );
});

test("the same sources have the same hash whatever their dates, and any change another", () => {
  const folder = aFolder();
  mkdirSync(path.join(folder, "app"));
  const file = path.join(folder, "app", "page.tsx");
  writeFileSync(file, "one");
  const before = hashOfSources(folder, ["app", "absent"]);
  utimesSync(file, 0, 0);
  expect(hashOfSources(folder, ["app", "absent"])).toBe(before);
  writeFileSync(path.join(folder, "app", "other.tsx"), "");
  expect(hashOfSources(folder, ["app", "absent"])).not.toBe(before);
});

test.each([
  ["npm error code ENOTFOUND registry", /check the network/],
  ["npm error code ENOSPC\nnpm error nospc no space left", /disk is full/],
  ["npm error code EACCES", /another user/],
])("a failed installation says what to do: %s", (output, advice) => {
  expect(whyInstallFailed(output)).toMatch(advice);
});

test("a full disk is said with what is free and how to make room", () => {
  expect(diskFull("/srv/cowloting", 300 * 1024 ** 2)).toMatch(/300 MB are free.*about 1 GB/);
});
