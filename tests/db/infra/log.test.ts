import { expect, test } from "vitest";
import { errorInWords } from "@/lib/infra/log";

test("an error is told with its kind and where it happened, without the connection it carries", () => {
  const client = { connectionParameters: { host: "127.0.0.1", database: "cowloting" } };
  const lost = Object.assign(new Error("terminating connection"), { severity: "FATAL", client });
  const told = errorInWords(lost);
  expect(told).toMatchObject({ message: "terminating connection", severity: "FATAL" });
  expect(told.stack).toContain("log.test");
  expect(JSON.stringify(told)).not.toContain("127.0.0.1");
});
