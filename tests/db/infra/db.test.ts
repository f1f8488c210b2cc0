import { expect, test } from "vitest";
import { ok, refuse } from "@/lib/core/result";
import {
  db,
  inSavepoint,
  inTransaction,
  Prisma,
  rowsOf,
  violatedConstraint,
  wrongTimeZone,
} from "@/lib/infra/db";
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

/** Two locks a transaction waits for by SQL of ours, one way and the other: who crosses them is broken. */
const crossing = (first: number, second: number) => ({
  name: `crossing_${first}_${second}`,
  text: `SELECT pg_advisory_xact_lock(${first})::text, pg_sleep(0.3)::text,
    pg_advisory_xact_lock(${second})::text`,
});

test("a deadlock inside SQL of ours is tried again like one of Prisma's", async () => {
  const tries = { count: 0 };
  const inOrder = (first: number, second: number) =>
    inTransaction(async (tx) => {
      tries.count += 1;
      await rowsOf(tx, crossing(first, second), []);
      return ok(true);
    });
  expect(await Promise.all([inOrder(71, 72), inOrder(72, 71)])).toEqual([ok(true), ok(true)]);
  expect(tries.count).toBeGreaterThan(2);
});

test("a statement alone that loses a deadlock is said again", async () => {
  const said = [rowsOf(db, crossing(73, 74), []), rowsOf(db, crossing(74, 73), [])];
  expect(await Promise.all(said)).toHaveLength(2);
});

test.each(["40001", "40P01"])("after three times more, %s is a fault", async (code) => {
  const tries = { count: 0 };
  const failing = inTransaction(async (tx) => {
    tries.count += 1;
    await tx.$executeRaw(
      Prisma.raw(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`),
    );
    return ok(true);
  });
  await expect(failing).rejects.toThrow(/again|write conflict/);
  expect(tries.count).toBe(4);
});

test("what trying again would not mend is not tried again", async () => {
  const tries = { count: 0 };
  const failing = inTransaction(async (tx) => {
    tries.count += 1;
    await tx.$queryRaw`SELECT 1 / 0`;
    return ok(true);
  });
  await expect(failing).rejects.toThrow("division by zero");
  expect(tries.count).toBe(1);
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
