import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { keepChoice, saveChoices } from "@/lib/notifications/choices/commands";
import { getOwnChoices } from "@/lib/notifications/choices/queries";
import { choicesInput } from "@/lib/notifications/choices/schema";
import { aMember } from "@/tests/support/actors";

const form = (over: Record<string, unknown> = {}) =>
  choicesInput.parse({
    mail_reminders: "now",
    mail_messages: "daily",
    mail_mutual_help: "weekly",
    mail_community: "never",
    mail_waiting_list: "now",
    mail_exchanges: "now",
    ...over,
  });

test("what one chose is kept: mails, devices and quiet hours", async () => {
  const actor = await aMember();
  await saveChoices(actor, form({ push: "messages", quietFrom: "21:00", quietUntil: "07:00" }));
  const { choices, quiet } = await getOwnChoices(actor);
  expect(choices).toMatchObject({
    messages: { mail: "daily", push: true },
    mutual_help: { mail: "weekly", push: false },
    community: { mail: "never", push: false },
    hosting: { mail: "now", push: false },
  });
  expect(quiet).toEqual({ startMinute: 1260, endMinute: 420 });
});

test("quiet hours left empty are none any more", async () => {
  const actor = await aMember();
  await saveChoices(actor, form({ quietFrom: "21:00", quietUntil: "07:00" }));
  await saveChoices(actor, form());
  expect((await getOwnChoices(actor)).quiet).toBeNull();
});

test("the same form twice, even at once, is kept once", async () => {
  const actor = await aMember();
  await saveChoices(actor, form());
  await Promise.all([saveChoices(actor, form()), saveChoices(actor, form())]);
  const kept = await db.notificationChoice.count({ where: { personId: actor.personId } });
  expect(kept).toBe(6);
});

test("a visitor chooses nothing", async () => {
  await expect(saveChoices(anonymous, form())).rejects.toThrow(Unauthenticated);
});

test("one choice is written anew over the one before", async () => {
  const { personId } = await aMember();
  await keepChoice(db, personId, "messages", { mail: "daily", push: false });
  await keepChoice(db, personId, "messages", { mail: "never", push: true });
  const rows = await db.notificationChoice.findMany({ where: { personId } });
  expect(rows).toMatchObject([{ category: "messages", mail: "never", push: true }]);
});
