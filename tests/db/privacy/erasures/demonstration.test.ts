import { expect, test } from "vitest";
import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { listReportMonths } from "@/lib/reports/queries";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { aStaffMember } from "@/tests/support/actors";
import { usageOfMonths } from "@/tests/support/network-usage";
import { whereFound } from "@/tests/support/whole-database";

const at = new Date("2026-06-17T08:42:00Z");

async function busiest(): Promise<PersonActor> {
  const [most] = await db.booking.groupBy({
    by: ["personId"],
    where: {
      person: {
        email: { not: null },
        name: { contains: " " },
        grants: { none: { revokedAt: null } },
      },
    },
    _count: true,
    orderBy: { _count: { personId: "desc" } },
    take: 1,
  });
  const person = await db.person.findUniqueOrThrow({ where: { id: most?.personId ?? "" } });
  expect(most?._count).toBeGreaterThan(40);
  return { kind: "person", personId: person.id, ...person, grants: [] };
}

test("the busiest member of the demonstration leaves no trace, and no total moves", async () => {
  await seedTerritory();
  await seedDemonstration(at);
  const member = await busiest();
  const staff = await aStaffMember();
  const months = await listReportMonths(staff, at);
  const [last, first] = [months[0], months.at(-1)];
  if (!first || !last) throw new Error("nobody came");
  const before = await usageOfMonths({ first, last }, at);
  for (const words of [member.name, member.email]) {
    expect(await whereFound(words ?? "")).not.toEqual([]);
  }
  expect(await eraseOwnAccount(member, { mot: "effacer" }, at)).toMatchObject({ ok: true });
  for (const words of [member.name, member.email]) {
    expect(await whereFound(words ?? ""), words ?? "").toEqual([]);
  }
  expect(await usageOfMonths({ first, last }, at)).toEqual(before);
}, 120_000);
