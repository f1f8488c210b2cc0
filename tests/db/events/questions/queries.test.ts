import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { editEvent } from "@/lib/events/editing/commands";
import type { AskedQuestion } from "@/lib/events/editing/schema";
import { getEventToEdit } from "@/lib/events/hosted/queries";
import { getEvent } from "@/lib/events/queries";
import { listAnswered } from "@/lib/events/questions/queries";
import { listRegistrations } from "@/lib/events/registrations/queries";
import { db } from "@/lib/infra/db";
import { aHouse, made } from "@/tests/support/event-fields";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";
import { register } from "@/tests/support/registering";

const meal = {
  id: null,
  label: "Un repas ?",
  kind: "yes_no" as const,
  options: [],
  required: true,
};

async function asking(first: AskedQuestion[]) {
  const house = await aHouse();
  const place = { kind: "space" as const };
  const event = await made(house, { place, questions: first });
  const now = async () => (await getEvent(anonymous, event.slug, at)).questions;
  const edit = async (change: (asked: AskedQuestion[]) => AskedQuestion[]) => {
    const where = { slug: house.space.slug, event: event.slug };
    const { fields } = await getEventToEdit(house.host, where);
    const edited = plainFields({ place, questions: change(fields.questions) });
    return editEvent(house.host, { eventId: event.id, fields: edited }, at);
  };
  const read = async () => {
    const where = { space: house.space.slug, event: event.slug };
    const { questions, rows } = await listRegistrations(house.host, where, at);
    const said = rows.flatMap(({ answers }) =>
      questions.flatMap(({ id, label, isFormer }) =>
        answers[id] ? [[label, answers[id], isFormer]] : [],
      ),
    );
    return { asked: questions.map(({ label }) => label), said };
  };
  return { house, event, now, edit, read };
}

test("worded anew once somebody answered, a question is another: the answer stays under the words of then", async () => {
  const { event, now, edit, read } = await asking([meal]);
  const [asked] = await now();
  expect((await register(event, { answers: { [asked?.id ?? ""]: "yes" } })).ok).toBe(true);
  const label = "Repartez-vous avant le repas ?";
  expect(await edit(([own]) => [{ ...meal, ...own, label }])).toMatchObject({
    value: { isChanged: true },
  });
  const [rewritten] = await now();
  expect(rewritten?.id).not.toBe(asked?.id);
  await register(event, { answers: { [rewritten?.id ?? ""]: "no" } });
  expect(await read()).toEqual({
    asked: [label, "Un repas ?"],
    said: [
      ["Un repas ?", "yes", true],
      [label, "no", false],
    ],
  });
  // Sent once more as it is, nothing has changed.
  expect(await edit((own) => own)).toMatchObject({ value: { isChanged: false } });
  await edit(([own]) => [{ ...meal, ...own, label: "Un repas ?" }]);
  expect((await now())[0]?.id).toBe(asked?.id);
});

test("what nobody answered is corrected in place", async () => {
  const { event, now, edit, read } = await asking([{ ...meal, label: "Un repa ?" }]);
  const [asked] = await now();
  await edit(([own]) => [{ ...meal, ...own, label: "Un repas ?" }]);
  expect(await now()).toMatchObject([{ id: asked?.id, label: "Un repas ?" }]);
  await register(event, { answers: { [asked?.id ?? ""]: "yes" } });
  expect(await read()).toMatchObject({ asked: ["Un repas ?"] });
});

test("answered is what stands in any registration of that event, and in no other", async () => {
  const space = await aSpace();
  const [event, other] = [await anEvent(space), await anEvent(space)];
  await aRegistration(event, { answers: { a: "oui" }, state: "cancelled", endedAt: at });
  await aRegistration(event, { answers: { b: "non" } });
  await aRegistration(other, { answers: { c: "non" } });
  expect([...(await listAnswered(db, event))].sort()).toEqual(["a", "b"]);
});
