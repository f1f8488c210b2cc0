import { expect, test, vi } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { signInToDemoAccount } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { listDemoMails } from "@/lib/notifications/queries";
import { aPerson, mondayMorning } from "@/tests/support/factories";

// Before anything reads the environment: this file is not a demonstration.
vi.hoisted(() => {
  process.env["DEMO"] = "0";
  process.env["SMTP_URL"] = "smtp://127.0.0.1:9";
});

test("outside demonstration mode nobody enters an account with one click", async () => {
  const { id } = await aPerson({ email: "membre@demo.test" });
  await expect(signInToDemoAccount(anonymous, "membre@demo.test", mondayMorning)).rejects.toThrow(
    NotFound,
  );
  expect(await db.session.count({ where: { personId: id } })).toBe(0);
});

test("outside demonstration mode there is no page of mails", async () => {
  await expect(listDemoMails()).rejects.toThrow(NotFound);
});
