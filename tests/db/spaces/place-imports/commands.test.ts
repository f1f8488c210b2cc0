import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { confirmImport, tryImport } from "@/lib/spaces/place-imports/commands";
import { findImportPlan } from "@/lib/spaces/place-imports/queries";
import { loadTerritory } from "@/lib/spaces/territory/commands";
import { listNearbyPlaces } from "@/lib/spaces/territory/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const staff = await aStaffMember();
/** A spot of one's own, a kilometre and more from any other. */
let spots = 0;
const aSpot = () => 40 + ++spots / 50;
const name = () => `Lieu ${randomUUID().slice(0, 8)}`;

async function tried(text: string) {
  const bytes = new TextEncoder().encode(text);
  const made = await tryImport(staff, {
    ...{ bytes, source: "Un fichier", sourceDate: "2026-09-01", columns: {} },
  });
  if (!made.ok) throw new Error(made.refusal);
  const plan = await findImportPlan(staff, made.value.id);
  if (!plan) throw new Error("no plan");
  return plan;
}

const lineOf = (place: string, latitude: number, address = "") =>
  `nom,commune,adresse,latitude,longitude\n${place},Luzech,${address},${latitude},1.5\n`;

const find = (place: string) => db.nearbyPlace.findMany({ where: { name: place } });

test("a trial publishes nothing; confirmed, its places are around, dated, and journalled", async () => {
  const place = name();
  const { id, mark, lines, refused } = await tried(
    `${lineOf(place, aSpot())}sans position,Luzech,,,\n`,
  );
  expect(lines.map(({ does }) => does)).toEqual(["make"]);
  expect(refused).toMatchObject([
    { line: 3, problem: "no_position", text: "sans position,Luzech,,," },
  ]);
  expect(await find(place)).toEqual([]);
  expect(await confirmImport(staff, { id, mark })).toEqual({
    ...{ ok: true, value: { made: 1, changed: 0 } },
  });
  const told = (await listNearbyPlaces()).find((one) => one.name === place);
  expect(told).toMatchObject({
    ...{ communeName: "Luzech", address: null, longitude: 1.5 },
    ...{ sourceTitle: "Un fichier", sourceDate: "2026-09-01" },
  });
  const line = await db.journalEntry.findFirst({ where: { subjectId: id } });
  expect(line).toMatchObject({ action: "places.imported", actorId: staff.personId });
  expect(line?.after).toMatchObject({ made: 1, changed: 0 });
});

test("the same file again changes nothing, another one changes what it made", async () => {
  const [place, spot] = [name(), aSpot()];
  const first = await tried(lineOf(place, spot));
  await confirmImport(staff, first);
  const again = await tried(lineOf(place, spot));
  expect(again.lines).toMatchObject([{ does: "leave", because: "same" }]);
  const other = await tried(lineOf(place, spot, "2 rue du Barry"));
  expect(other.lines).toMatchObject([{ does: "change" }]);
  expect(await confirmImport(staff, other)).toMatchObject({ value: { made: 0, changed: 1 } });
  expect(await find(place)).toMatchObject([{ address: "2 rue du Barry" }]);
});

test("a place of the network is left, and what was taken in outlives the reference data", async () => {
  const spot = aSpot();
  const space = await aSpace({ latitude: spot, longitude: 1.5 });
  const { lines } = await tried(lineOf("Autre nom", spot));
  expect(lines).toMatchObject([{ does: "leave", because: "of_network", like: space.name }]);
  const place = name();
  await confirmImport(staff, await tried(lineOf(place, aSpot())));
  await loadTerritory(systemActor("test"), {
    communes: { communes: [] },
    places: { places: [], sources: {} },
  });
  expect(await find(place)).toHaveLength(1);
});

test("a trial is done once, and not when what it showed is no longer so", async () => {
  const [place, spot] = [name(), aSpot()];
  const [one, two] = [await tried(lineOf(place, spot)), await tried(lineOf(place, spot))];
  expect(await confirmImport(staff, one)).toMatchObject({ ok: true });
  expect(await confirmImport(staff, one)).toMatchObject({ refusal: "already_done" });
  expect(await confirmImport(staff, two)).toMatchObject({ refusal: "list_changed" });
  expect(await find(place)).toHaveLength(1);
});

test("lines as they came are kept until they are taken in, or a month", async () => {
  const at = (text: string) => new Date(`${text}T08:00:00Z`);
  const trial = (when: Date) =>
    tryImport(
      staff,
      {
        bytes: new TextEncoder().encode(lineOf(name(), aSpot())),
        ...{ source: "x", sourceDate: "2026-09-01", columns: {} },
      },
      when,
    );
  const old = await trial(at("2026-01-01"));
  const id = old.ok ? old.value.id : "";
  await trial(at("2026-01-31"));
  expect(await db.placeImport.count({ where: { id } })).toBe(1);
  await trial(at("2026-02-01"));
  expect(await db.placeImport.count({ where: { id } })).toBe(0);
  const done = await tried(lineOf(name(), aSpot()));
  await confirmImport(staff, done);
  const kept = await db.placeImport.findUniqueOrThrow({ where: { id: done.id } });
  expect(kept.lines).toEqual([]);
});

test("two who confirm at once make each place once", async () => {
  const [place, spot] = [name(), aSpot()];
  const trials = await Promise.all([1, 2, 3, 4].map(() => tried(lineOf(place, spot))));
  const answers = await Promise.all(trials.map((trial) => confirmImport(staff, trial)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await find(place)).toHaveLength(1);
  // Without asking again what is known, both trials would have made it.
  expect(trials.every(({ lines }) => lines[0]?.does === "make")).toBe(true);
});

test("what is no text, holds no place or too many is refused and not kept", async () => {
  const count = await db.placeImport.count();
  const refusalOf = async (bytes: Uint8Array) => {
    const columns = {};
    const made = await tryImport(staff, { bytes, source: "x", sourceDate: "2026-09-01", columns });
    return made.ok ? null : made.refusal;
  };
  expect(await refusalOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toBe("not_text");
  expect(await refusalOf(new TextEncoder().encode("{}"))).toBe("not_places");
  const large = new TextEncoder().encode(`nom,latitude,longitude\n${"a,44,1\n".repeat(120_000)}`);
  expect(await refusalOf(large)).toBe("too_many_lines");
  expect(await db.placeImport.count()).toBe(count);
});

test("a file of old spreadsheets and one of hostile texts are kept as they are read", async () => {
  const old = `nom;commune;latitude;longitude\nAtelier à côté;Luzech;${aSpot()};1,5\n`;
  const made = await tryImport(staff, {
    bytes: Uint8Array.from(Buffer.from(old, "latin1")),
    ...{ source: "x", sourceDate: "2026-09-01", columns: {} },
  });
  const plan = made.ok ? await findImportPlan(staff, made.value.id) : null;
  expect(plan?.lines).toMatchObject([{ place: { name: "Atelier à côté" } }]);
  const json = `[{"name":"=cmd|' /C calc'!A0","city":"L","lat":${aSpot()},"lon":1.5},{"name":"\\ud800","lat":1,"lon":1},{"name":"a\\u0000b","lat":1,"lon":1}]`;
  const { lines, refused } = await tried(json);
  expect(lines).toMatchObject([{ place: { name: "=cmd|' /C calc'!A0" } }]);
  expect(refused.map(({ problem }) => problem)).toEqual(["unreadable", "unreadable"]);
});

test("for a member and a host there is no import", async () => {
  const { id, mark } = await tried(lineOf(name(), aSpot()));
  const tries = { bytes: new Uint8Array(), source: "x", sourceDate: "2026-09-01", columns: {} };
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(tryImport(actor, tries)).rejects.toThrow(NotFound);
    await expect(confirmImport(actor, { id, mark })).rejects.toThrow(NotFound);
  }
  await expect(confirmImport(staff, { id: randomUUID(), mark })).rejects.toThrow(NotFound);
});
