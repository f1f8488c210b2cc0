import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { registerForEvent } from "@/lib/events/registrations/commands";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, register, seats, wish } from "@/tests/support/registering";

const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

function rowsOf(event: { id: string }) {
  return db.eventRegistration.findMany({
    where: { eventId: event.id },
    include: { attendees: { orderBy: { position: "asc" } } },
    orderBy: { rank: "asc" },
  });
}

test("a visitor registers two people by their mail address, and is told by mail only", async () => {
  const event = await seats(5, { asksNames: true });
  const email = "Maelle@exemple.test";
  const said = { quantity: 2, email, names: { 1: "Lou Vidal" } };
  expect(await register(event, said)).toEqual({
    ok: true,
    value: { state: "confirmed", token: null },
  });
  const [row] = await rowsOf(event);
  expect(row).toMatchObject({ personId: null, emailKey: "maelle@exemple.test", quantity: 2 });
  expect(row?.attendees.map(({ name }) => name)).toEqual(["Bastien Cazes", "Lou Vidal"]);
  const [mail] = await mailsAbout(event);
  expect(mail).toMatchObject({ kind: "event-registered", email });
});

test("whoever is signed in registers as themselves, whatever address is typed", async () => {
  const event = await seats(5);
  const actor = await aMember();
  const result = await register(event, { name: undefined, email: "autre@exemple.test" }, { actor });
  expect(result).toMatchObject({ ok: true, value: { state: "confirmed" } });
  expect(result.ok && result.value.token).not.toBeNull();
  const [row] = await rowsOf(event);
  expect(row).toMatchObject({ personId: actor.personId, email: actor.email, name: actor.name });
  expect(row?.shownToMembers).toBeNull();
});

test("whether members see that one comes is what one says, for oneself alone", async () => {
  const event = await seats(5);
  await register(event, { shown: "no" }, { actor: await aMember() });
  await register(event, { shown: "yes" }, { actor: await aMember() });
  expect((await rowsOf(event)).map(({ shownToMembers }) => shownToMembers)).toEqual([false, true]);
});

test("the second click of a form is the same registration", async () => {
  const event = await seats(5);
  const said = wish(event, { quantity: 2 });
  const answers = await Promise.all([1, 2, 3].map(() => register(event, said)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await rowsOf(event)).toHaveLength(1);
  expect(await mailsAbout(event)).toHaveLength(1);
});

test("sent again by the way back once it is cancelled, it is a registration anew: a seat and a mail", async () => {
  const event = await seats(5);
  const said = wish(event);
  await register(event, said);
  const [first] = await rowsOf(event);
  const token = registrationToken(first ?? { spaceId: "", id: "" });
  expect((await cancelRegistration(anonymous, { token }, at)).ok).toBe(true);
  // Of the second click too.
  for (const _ of [1, 2]) {
    expect(await register(event, said)).toMatchObject({ ok: true, value: { state: "confirmed" } });
  }
  expect((await rowsOf(event)).map(({ state }) => state)).toEqual(["cancelled", "confirmed"]);
  const kinds = (await mailsAbout(event)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "event-registered")).toHaveLength(2);
});

test("sent again by the way back when it is full meanwhile, it is told so", async () => {
  const event = await seats(1);
  const said = wish(event);
  await register(event, said);
  const [first] = await rowsOf(event);
  const token = registrationToken(first ?? { spaceId: "", id: "" });
  await cancelRegistration(anonymous, { token }, at);
  await register(event);
  expect(await register(event, said)).toMatchObject({ ok: false, refusal: "full" });
});

test("the form shown again by the way back, filled for somebody else, is another registration", async () => {
  const event = await seats(5);
  const key = randomUUID();
  for (const email of ["lou@exemple.test", "sam@exemple.test", "LOU@exemple.test"]) {
    expect((await register(event, { key, email })).ok).toBe(true);
  }
  expect(await rowsOf(event)).toHaveLength(2);
});

test("a full event is told, and the line is offered; whoever rather waits stands in it", async () => {
  const event = await seats(2);
  await register(event, { quantity: 2 });
  const full = await register(event);
  expect(full).toMatchObject({ ok: false, refusal: "full", data: { left: 0 } });
  expect(await register(event, { mayWait: true })).toMatchObject({ value: { state: "waiting" } });
  expect((await mailsAbout(event)).at(-1)?.kind).toBe("event-waiting");
});

test("more people than seats are left: how many there are is told", async () => {
  const event = await seats(5);
  await register(event, { quantity: 3 });
  const result = await register(event, { quantity: 3 });
  expect(result).toMatchObject({ ok: false, refusal: "too_many", data: { left: 2 } });
});

test("the same mailbox in other letters and with dots registers once, and a stranger learns nothing", async () => {
  const event = await seats(9);
  await register(event, { email: "maelle.rives@gmail.com" });
  const fresh = await register(event, { email: "somebody.new@gmail.com" });
  const again = await register(event, { email: "MaelleRives+x@GMAIL.com" });
  expect(again).toEqual(fresh);
  expect(await rowsOf(event)).toHaveLength(2);
  const mails = (await mailsAbout(event)).filter(({ email }) => email === "maelle.rives@gmail.com");
  expect(mails).toHaveLength(2);
  expect(mails[1]?.payload).toMatchObject({ again: true });
});

test("of a full event too, both read the same", async () => {
  const event = await seats(1);
  const email = "maelle@exemple.test";
  await register(event, { email });
  expect(await register(event, { email })).toEqual(await register(event));
  const waits = { mayWait: true };
  expect(await register(event, { email, ...waits })).toEqual(await register(event, waits));
});

test("a mailbox is not filled by whoever registers it again and again", async () => {
  const event = await seats(9);
  const email = `${randomUUID()}@exemple.test`;
  for (const _ of Array(8)) expect((await register(event, { email })).ok).toBe(true);
  expect(await mailsAbout(event)).toHaveLength(4);
});

test("whoever is signed in is told that they are registered already", async () => {
  const event = await seats(9);
  const actor = await aMember();
  await register(event, { email: actor.email ?? "" });
  const result = await register(event, {}, { actor });
  expect(result).toMatchObject({ ok: false, refusal: "already_registered" });
});

test("two at once of the same mailbox are one registration", async () => {
  const event = await seats(9);
  const email = `${randomUUID()}@exemple.test`;
  await Promise.all(Array.from({ length: 8 }, () => register(event, { email })));
  expect(await rowsOf(event)).toHaveLength(1);
});

test("what lacks or is wrong is told field by field, and nothing is written", async () => {
  const questions = [
    { id: "meal", label: "Repas", kind: "choice", options: ["Avec", "Sans"], required: true },
  ];
  const event = await seats(9, { questions, asksNames: true, mostPeople: 3 });
  const result = await register(event, { name: undefined, email: undefined, quantity: 2 });
  const problems = ["name", "email", "name-2", "q-meal"];
  expect(result).toMatchObject({
    refusal: "incomplete",
    data: { problems: problems.map((field) => ({ field, problem: "required" })) },
  });
  expect(await rowsOf(event)).toEqual([]);
  const names = { 1: "Lou" };
  await register(event, { quantity: 2, names, answers: { meal: "Avec", other: "x" } });
  expect((await rowsOf(event))[0]?.answers).toEqual({ meal: "Avec" });
});

test("registration opens and closes when the event says, and ends when it begins", async () => {
  const event = await seats(9, { opensAt: hours(1), closesAt: hours(2) });
  const outcomes = await Promise.all(
    [0, 1, 2, 72, 96].map(async (count) => {
      const result = await register(event, {}, { on: hours(count) });
      return result.ok ? "ok" : result.refusal;
    }),
  );
  // Thursday, two in the afternoon: 78 hours from Monday, eight in the morning.
  expect(outcomes).toEqual(["not_yet", "ok", "closed", "closed", "over"]);
  expect(await register(event, {}, { on: hours(79) })).toMatchObject({ refusal: "begun" });
});

test("a cancelled event takes nobody, and one without registration needs nobody's", async () => {
  const cancelled = await seats(9, { state: "cancelled", endedAt: at });
  expect(await register(cancelled)).toMatchObject({ refusal: "cancelled" });
  const open = await seats(9, { needsRegistration: false });
  expect(await register(open)).toMatchObject({ refusal: "not_needed" });
});

test("an event that is not shown is not found", async () => {
  await expect(register(await seats(9, { state: "draft", publishedAt: null }))).rejects.toThrow(
    NotFound,
  );
  await expect(register({ slug: "rien-de-tel" })).rejects.toThrow(NotFound);
});

test("a field nobody sees gives a machine away", async () => {
  const event = await seats(9);
  expect(await register(event, { website: "https://x.test" })).toMatchObject({ refusal: "trap" });
});

/** Registers while another transaction has that person in hand, as an erasure does, and ends so. */
async function registerDuring(ends: "erased" | "kept") {
  const [event, actor] = [await seats(2), await aMember()];
  const where = { id: actor.personId };
  // Settled from the start: it may be refused before anybody below waits for it.
  const asked: Promise<PromiseSettledResult<Awaited<ReturnType<typeof register>>>[]>[] = [];
  const other = db.$transaction(async (tx) => {
    await tx.person.update({ where, data: { email: null, name: null, erasedAt: at } });
    asked.push(Promise.allSettled([register(event, {}, { actor })]));
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (ends === "kept") throw new Error("kept");
  });
  await other.catch(() => null);
  const [result] = (await asked[0]) ?? [];
  return { result, rows: await rowsOf(event) };
}

test("of whoever is erased meanwhile nothing is written: there is nobody to register", async () => {
  const { result, rows } = await registerDuring("erased");
  expect(result).toMatchObject({ status: "rejected", reason: expect.any(NotFound) });
  expect(rows).toEqual([]);
});

test("whoever is not erased after all is registered", async () => {
  const { result, rows } = await registerDuring("kept");
  expect(result).toMatchObject({ status: "fulfilled", value: { ok: true } });
  expect(rows).toHaveLength(1);
});

test("the system registers nobody", async () => {
  const event = await seats(1);
  await expect(registerForEvent(systemActor("test"), wish(event), at)).rejects.toThrow(Forbidden);
});

test("five thousand registrations by a script: thirty of a network pass, the line is bounded, each refusal is said", async () => {
  const event = await seats(8);
  const said = { mayWait: true, network: randomUUID() };
  const outcomes: Record<string, number> = {};
  for (let sent = 0; sent < 5_000; sent += 1) {
    const result = await register(event, said);
    const outcome = result.ok ? result.value.state : result.refusal;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  expect(outcomes).toEqual({ confirmed: 8, waiting: 20, line_full: 2, too_often: 4_970 });
  expect(await rowsOf(event)).toHaveLength(28);
}, 60_000);
