import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { getOwnChoices } from "@/lib/notifications/choices/queries";
import { resubscribe, unsubscribe } from "@/lib/notifications/unsubscribing/commands";
import { stopLinksOf } from "@/lib/notifications/unsubscribing/queries";
import type { Topic } from "@/lib/notifications/unsubscribing/schema";
import { aMember } from "@/tests/support/actors";

const linkOf = (personId: string, topic: Topic) =>
  new URL(stopLinksOf({ personId, topic }).page).searchParams.get("jeton") ?? "";

test("whoever holds the link stops that category, signed in or not, and nothing else", async () => {
  const actor = await aMember();
  await keepChoice(db, actor.personId, "messages", { mail: "daily", push: true });
  const stopped = await unsubscribe(anonymous, { jeton: linkOf(actor.personId, "messages") });
  expect(stopped).toMatchObject({
    ok: true,
    value: { stopped: [{ category: "messages", mail: "daily" }] },
  });
  const { choices } = await getOwnChoices(actor);
  expect(choices.messages).toEqual({ mail: "never", push: true });
  expect(choices.community.mail).toBe("now");
});

test("it is taken back as it was", async () => {
  const actor = await aMember();
  await keepChoice(db, actor.personId, "messages", { mail: "daily", push: false });
  const jeton = linkOf(actor.personId, "messages");
  const stopped = await unsubscribe(anonymous, { jeton });
  if (!stopped.ok) throw new Error(stopped.refusal);
  await resubscribe(anonymous, { jeton, avant: stopped.value.stopped });
  expect((await getOwnChoices(actor)).choices.messages.mail).toBe("daily");
});

test("stopping twice is the same as once, and may still be taken back", async () => {
  const actor = await aMember();
  const jeton = linkOf(actor.personId, "community");
  await unsubscribe(anonymous, { jeton });
  expect(await unsubscribe(anonymous, { jeton })).toMatchObject({
    value: { stopped: [{ category: "community", mail: "now" }] },
  });
});

test("stopping the digest stops all that comes in one, and only that", async () => {
  const actor = await aMember();
  await keepChoice(db, actor.personId, "messages", { mail: "daily", push: false });
  await keepChoice(db, actor.personId, "community", { mail: "weekly", push: false });
  await unsubscribe(anonymous, { jeton: linkOf(actor.personId, "digest") });
  const { choices } = await getOwnChoices(actor);
  expect([choices.messages.mail, choices.community.mail]).toEqual(["never", "never"]);
  expect(choices.mutual_help.mail).toBe("now");
});

test("a link we did not write is broken, both ways", async () => {
  expect(await unsubscribe(anonymous, { jeton: "x.y" })).toMatchObject({ refusal: "link_broken" });
  const { personId } = await aMember();
  const jeton = linkOf(personId, "messages");
  const other = [{ category: "community", mail: "now" } as const];
  expect(await resubscribe(anonymous, { jeton, avant: other })).toMatchObject({
    refusal: "link_broken",
  });
});

test("the link of somebody erased answers alike and writes nothing", async () => {
  const { personId } = await aMember();
  await db.person.update({ where: { id: personId }, data: { erasedAt: new Date() } });
  const stopped = await unsubscribe(anonymous, { jeton: linkOf(personId, "messages") });
  expect(stopped.ok).toBe(true);
  expect(await db.notificationChoice.count({ where: { personId } })).toBe(0);
});
