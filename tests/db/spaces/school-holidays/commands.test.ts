import { createServer } from "node:http";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import {
  fetchSchoolHolidays,
  importSchoolHolidays,
  loadSchoolHolidays,
} from "@/lib/spaces/school-holidays/commands";
import { aMember } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { aSchoolCalendar, schoolYear } from "@/tests/support/school-calendars";

const system = systemActor("worker");
const at = new Date("2026-11-24T03:37:00Z");
const good = aSchoolCalendar(schoolYear);
const namesOf = async (zone: string) =>
  (await db.schoolHoliday.findMany({ where: { zone }, orderBy: { firstDay: "asc" } })).map(
    ({ name }) => name,
  );

test("a good calendar replaces the zone's holidays, and spaces are read anew", async () => {
  const space = await aSpace({ schoolZone: "C" });
  const before = await getSpaceBySlug(space.slug);
  const taken = await importSchoolHolidays(system, { zone: "C", ics: good }, at);
  expect(taken).toEqual({ ok: true, value: { changed: true } });
  const after = await getSpaceBySlug(space.slug);
  expect(after.version > before.version).toBe(true);
  expect(after.calendar.schoolHolidays.map(({ name }) => name)).toEqual([
    "Vacances de la Toussaint",
    "Vacances de Noël",
    "Vacances d’Hiver",
  ]);
  expect(await importSchoolHolidays(system, { zone: "C", ics: good }, at)).toEqual({
    ok: true,
    value: { changed: false },
  });
  expect((await getSpaceBySlug(space.slug)).version).toBe(after.version);
});

test("a bad calendar changes nothing: the last good copy stays, and why is kept", async () => {
  await importSchoolHolidays(system, { zone: "B", ics: good.replaceAll("Zone C", "Zone B") }, at);
  const had = await namesOf("B");
  const later = new Date("2026-12-01T03:37:00Z");
  const refused = await importSchoolHolidays(system, { zone: "B", ics: "<html>" }, later);
  expect(refused).toEqual({ ok: false, refusal: "unreadable" });
  expect(await namesOf("B")).toEqual(had);
  expect(await db.schoolHolidayImport.findUnique({ where: { zone: "B" } })).toEqual({
    zone: "B",
    triedAt: later,
    refusal: "unreadable",
    importedAt: at,
  });
});

test("only the system imports, fetches or loads", async () => {
  const member = await aMember();
  await expect(importSchoolHolidays(member, { zone: "C", ics: good }, at)).rejects.toThrow(
    Forbidden,
  );
  await expect(fetchSchoolHolidays(member, at)).rejects.toThrow(Forbidden);
  await expect(loadSchoolHolidays(member, { holidays: [] }, at)).rejects.toThrow(Forbidden);
});

test("the weekly job reads every zone; one that does not answer leaves the others", async () => {
  const server = createServer((request, response) => {
    const zone = /Zone-([ABC])\.ics/.exec(request.url ?? "")?.[1] ?? "";
    response.statusCode = zone === "A" ? 503 : 200;
    response.end(good.replaceAll("Zone C", `Zone ${zone}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  await fetchSchoolHolidays(system, at, `http://127.0.0.1:${port}/Zone-{zone}.ics`);
  server.close();
  const rows = await db.schoolHolidayImport.findMany({ orderBy: { zone: "asc" } });
  expect(rows.map(({ zone, refusal }) => [zone, refusal])).toEqual([
    ["A", "unreachable"],
    ["B", null],
    ["C", null],
  ]);
});

test("the bundled copy fills a zone until the ministry's calendar has been read", async () => {
  const bundled = {
    holidays: [
      {
        zones: ["A" as const, "C" as const],
        name: "Copie",
        firstDay: day("2026-12-19"),
        untilDay: day("2027-01-04"),
      },
    ],
  };
  await loadSchoolHolidays(system, bundled, at);
  await loadSchoolHolidays(system, bundled, at);
  expect(await namesOf("A")).toEqual(["Copie"]);
  expect(await namesOf("C")).not.toContain("Copie");
});
