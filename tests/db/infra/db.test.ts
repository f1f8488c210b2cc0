import { expect, test } from "vitest";
import { ok, refuse } from "@/lib/core/result";
import { db, inSavepoint, inTransaction, violatedConstraint, wrongTimeZone } from "@/lib/infra/db";
import { requireUtc } from "@/lib/infra/time-zone";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

test("a refusal rolls back what the transaction wrote", async () => {
  const name = `Passage ${Math.random()}`;
  const result = await inTransaction(async (tx) => {
    await tx.person.create({ data: { name } });
    return refuse("space_full", { left: 0 });
  });
  expect(result).toEqual({ ok: false, refusal: "space_full", data: { left: 0 } });
  expect(await db.person.count({ where: { name } })).toBe(0);
});

test("a bug rolls back too and is thrown on", async () => {
  const name = `Passage ${Math.random()}`;
  const work = inTransaction(async (tx) => {
    await tx.person.create({ data: { name } });
    throw new Error("bug");
  });
  await expect(work).rejects.toThrow("bug");
  expect(await db.person.count({ where: { name } })).toBe(0);
});

test("two transactions that deadlock both end well: the loser is tried again", async () => {
  const [first, second] = [await aPerson(), await aPerson()];
  const inOrder = (ids: string[]) =>
    inTransaction(async (tx) => {
      for (const id of ids) {
        await tx.person.update({ where: { id }, data: { locale: "en" } });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return ok(true);
    });
  const results = await Promise.all([
    inOrder([first.id, second.id]),
    inOrder([second.id, first.id]),
  ]);
  expect(results).toEqual([ok(true), ok(true)]);
});

test("a part of a transaction that is refused or fails undoes itself alone", async () => {
  const name = (which: string) => `Part ${which} ${Math.random()}`;
  const [kept, refused, failed] = [name("kept"), name("refused"), name("failed")];
  await inTransaction(async (tx) => {
    const write = (own: string) => tx.person.create({ data: { name: own } });
    expect(await inSavepoint(tx, async () => ok((await write(kept)).name))).toEqual(ok(kept));
    const no = await inSavepoint(tx, async () => refuse(`no_${(await write(refused)).name}`));
    expect(no).toMatchObject({ ok: false });
    const bug = inSavepoint(tx, async () => {
      await write(failed);
      throw new Error("bug");
    });
    await expect(bug).rejects.toThrow("bug");
    return ok(null);
  });
  const names = { name: { in: [kept, refused, failed] } };
  expect(await db.person.findMany({ where: names, select: { name: true } })).toEqual([
    { name: kept },
  ]);
});

test("an exclusion violation is known by the name of its constraint", async () => {
  const space = await aSpace();
  const booking = {
    space,
    day: tuesday,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  };
  await aBooking(booking);
  const error = await aBooking(booking).catch((thrown: unknown) => thrown);
  expect(violatedConstraint(error)).toBe("booking_no_overlap");
  expect(violatedConstraint(new Error("else"))).toBeNull();
  expect(violatedConstraint("not an error")).toBeNull();
});

test("connections in another zone than UTC are found out, and stop the boot with what to do", async () => {
  expect(await wrongTimeZone()).toBeNull();
  await expect(requireUtc()).resolves.toBeUndefined();
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL TimeZone = 'Asia/Kathmandu'`;
    expect(await wrongTimeZone([tx])).toBe("Asia/Kathmandu");
    await expect(requireUtc(() => wrongTimeZone([tx]))).rejects.toThrow(
      /TimeZone=Asia\/Kathmandu, not UTC\..*ALTER ROLE/,
    );
  });
});

test("Postgres away does not stop the boot: the health page will say it", async () => {
  await expect(requireUtc(() => Promise.reject(new Error("away")))).resolves.toBeUndefined();
});
