import { expect, test } from "vitest";
import { addDays } from "@/lib/core/day";
import { listInductions } from "@/lib/events/inductions/queries";
import { anEvent, thursday } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";

test("the next three that grant it, soonest first; neither past, nor cancelled, nor of another", async () => {
  const space = await aSpace();
  const { id: habilitationId } = await aHabilitation();
  const on = (days: number, over = {}) =>
    anEvent(space, { on: addDays(thursday, days), habilitationId, ...over });
  const later = [await on(21), await on(7), await on(14), await on(28)];
  await on(-7);
  await on(1, { state: "cancelled", endedAt: at });
  await on(2, { habilitationId: (await aHabilitation()).id });
  expect((await listInductions(habilitationId, at)).map(({ slug }) => slug)).toEqual(
    [later[1], later[2], later[0]].map((event) => event?.slug),
  );
});
