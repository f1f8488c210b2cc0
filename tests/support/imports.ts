import { addImport, refreshImport } from "@/lib/bookings/imports/commands";
import { db } from "@/lib/infra/db";
import { hostOf } from "./actors";
import { aSpace, mondayMorning } from "./factories";
import { given, tuesdayMorning } from "./outside-calendars";

export const minutesLater = (minutes: number) =>
  new Date(mondayMorning.getTime() + minutes * 60_000);

/** One desk, its host, and what they send to add an outside calendar. */
export async function aSpaceWithHost() {
  const space = await aSpace({ desks: 1 });
  const host = await hostOf(space);
  const input = {
    slug: space.slug,
    resourceId: space.desks[0]?.id ?? "",
    name: "Mairie",
    url: "https://exemple.test/secret.ics",
  };
  return { space, host, input };
}

/** An outside calendar already read once. */
export async function anImport(text = tuesdayMorning) {
  const made = await aSpaceWithHost();
  const added = await addImport(made.host, made.input, mondayMorning, given(text));
  const importId = added.ok ? added.value.id : "";
  const reread = (fetchIt: Parameters<typeof refreshImport>[3], minutes = 1) =>
    refreshImport(made.host, { slug: made.space.slug, importId }, minutesLater(minutes), fetchIt);
  const row = () => db.calendarImport.findFirst({ where: { id: importId } });
  const blocks = () => db.busyBlock.findMany({ where: { importId }, orderBy: { startsAt: "asc" } });
  return { ...made, importId, reread, row, blocks };
}
