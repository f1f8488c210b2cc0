import Papa from "papaparse";
import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { openPaths } from "@/lib/web/api/open/resources";
import { aMember } from "@/tests/support/actors";
import { call } from "@/tests/support/api";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aCommune, aSpace } from "@/tests/support/factories";
import { mediationFaults, mediationFields } from "@/tests/support/mediation-schema";
import { readCatalogue } from "@/tests/support/read-catalogue";
import { readGeojson } from "@/tests/support/read-geojson";
import { readOpeningHours } from "@/tests/support/read-opening-hours";

const commune = await aCommune({ insee: "46182", name: "Luzech" });
const text = (fr: string) => ({ fr });
const texts = {
  ...{ summary: text("é".repeat(400)), description: text('=HYPERLINK("http://mal")') },
  ...{ access: text("À pied."), accessibility: text("De plain-pied.") },
  ...{ tariffs: text("Gratuit."), hosting: text("Hélène, tous les jours.") },
};
const own = { communeId: commune.insee, texts, hostName: "Hélène Roques" };
const real = await aSpace({ ...own, equipment: ["fibre", "step_free"], longitude: -0.25 });
const invented = await aSpace({ ...own, isDemonstration: true });

const csv = (body: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(body.replace(/^\uFEFF/, ""), {
    ...{ header: true, delimiter, skipEmptyLines: true },
  });

test("places are right by the national schema, in CSV and in JSON, its columns in its order", async () => {
  const table = await call("GET", "/api/v1/open/places.csv");
  const { data, meta, errors } = csv(table.text, ",");
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual(mediationFields.map(({ name }) => name));
  expect(data.map(({ id }) => id)).toContain(real.slug);
  expect(data.flatMap(mediationFaults)).toEqual([]);
  const { json } = await call("GET", "/api/v1/open/places.json");
  expect(json.flatMap(mediationFaults)).toEqual([]);
  const place = json.find(({ id }: { id: string }) => id === real.slug);
  expect(place).toMatchObject({ nom: real.name, commune: "Luzech", longitude: -0.25 });
  expect(place.presentation_resume).toHaveLength(280);
});

test("the schema of the tests refuses what is wrong", () => {
  const wrong = { id: "", nom: "x", commune: "Luzech", code_postal: "4614", telephone: "05 65" };
  expect(mediationFaults({ ...wrong, itinerance: "Mobile", extra: 1 })).toEqual(
    expect.arrayContaining([
      "id: required",
      "code_postal: not of the pattern",
      "telephone: not of the pattern",
      "itinerance: not of the list: Mobile",
      "extra: not a field",
      "services: required",
    ]),
  );
});

test("an invented place is on our map, where it says so, and in nobody else's list", async () => {
  const map = await call("GET", "/api/v1/open/places.geojson");
  expect(map.headers.get("content-type")).toBe("application/geo+json");
  const features = readGeojson(map.text);
  const found = (slug: string) => features.find(({ id }) => id === slug);
  expect(found(invented.slug)?.properties).toMatchObject({ isDemonstration: true });
  expect(found(real.slug)?.geometry.coordinates).toEqual([-0.25, 44.47]);
  for (const file of ["places.csv", "places.json", "places.osm.json"]) {
    const { text: body } = await call("GET", `/api/v1/open/${file}`);
    expect(body).toContain(real.slug);
    expect(body).not.toContain(invented.slug);
  }
});

test("tags of OpenStreetMap are texts within its bounds, and its hours are read by another reader", async () => {
  const { json } = await call("GET", "/api/v1/open/places.osm.json");
  const node = json.elements.find(
    (each: { tags: { name: string } }) => each.tags.name === real.name,
  );
  expect(node).toMatchObject({ type: "node", lat: 44.47, lon: -0.25 });
  expect(node.id).toBeLessThan(0);
  expect(node.tags).toMatchObject({
    office: "coworking",
    "addr:housenumber": "1",
    "addr:street": "rue du Pont",
    internet_access: "wlan",
    wheelchair: "limited",
    capacity: "3",
  });
  for (const value of Object.values<unknown>(node.tags)) {
    expect(typeof value === "string" && value.length > 0 && value.length <= 255).toBe(true);
  }
  const monday = { date: "2031-03-03", isPublicHoliday: false, isSchoolHoliday: false };
  expect(readOpeningHours(node.tags.opening_hours, monday)).toEqual([
    [510, 750],
    [810, 1110],
  ]);
  expect(readOpeningHours(node.tags.opening_hours, { ...monday, isPublicHoliday: true })).toEqual(
    [],
  );
});

test("events are told with nobody's name, and a title that looks like a formula is a text", async () => {
  const event = await anEvent(real, { title: "=1+1" });
  await aRegistration(event, { name: "Bastien Cazes" });
  const { text: body } = await call("GET", "/api/v1/open/events.csv");
  const row = csv(body, ";").data.find(({ id }) => id === event.id);
  expect(row).toMatchObject({ title: "'=1+1", space: real.slug, longitude: "-0,25" });
  expect(body).not.toContain("Bastien");
  const { json } = await call("GET", "/api/v1/open/events.json");
  expect(json.find(({ id }: { id: string }) => id === event.id).title).toBe("=1+1");
});

test("no file says who: neither host, nor member, nor who registered", async () => {
  const { personId } = await aMember();
  const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  for (const path of Object.keys(openPaths)) {
    const { text: body } = await call("GET", path);
    for (const name of ["Hélène", "Roques", personId, ...(email ? [email] : [])]) {
      expect(body).not.toContain(name);
    }
  }
});

test.each(Object.keys(openPaths))(
  "%s is for any site, kept a while, and not sent twice",
  async (path) => {
    const read = await call("GET", path);
    expect(read.status).toBe(200);
    expect(read.headers.get("access-control-allow-origin")).toBe("*");
    expect(read.headers.get("set-cookie")).toBeNull();
    expect(read.headers.get("cache-control")).toBe("public, max-age=300");
    const etag = read.headers.get("etag") ?? "";
    const again = await call("GET", path, { headers: { "if-none-match": `W/${etag}` } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const asked = await call("OPTIONS", path);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
    expect((await call("POST", path, { body: {} })).status).toBe(405);
    expect((await call("GET", `${path}?x=%00`)).status).toBe(400);
  },
);

test("the catalogue is one, and every address in it answers what it says", async () => {
  const read = await call("GET", "/api/v1/open/catalogue");
  expect(read.headers.get("content-type")).toBe("application/ld+json");
  const { "dcat:dataset": sets } = readCatalogue(read.text);
  const files = sets.flatMap((set) => set["dcat:distribution"]);
  const ours = files.filter((file) => file["dcat:downloadURL"]["@id"].includes("/api/v1/"));
  expect(ours.length).toBeGreaterThanOrEqual(10);
  for (const file of ours) {
    const address = new URL(file["dcat:downloadURL"]["@id"]);
    const answer = await call("GET", `${address.pathname}${address.search}`);
    const type = file["dcat:mediaType"]["@id"].split("/media-types/")[1];
    expect([address.pathname, answer.status]).toEqual([address.pathname, 200]);
    expect(answer.headers.get("content-type")?.split(";")[0]).toBe(type);
    expect(file["dcat:byteSize"]?.["@value"]).toBe(answer.headers.get("content-length"));
  }
});

test("the code book says every column there is, in both languages", async () => {
  for (const [lang, delimiter] of [
    ["fr", ";"],
    ["en", ","],
  ] as const) {
    const book = csv((await call("GET", `/api/v1/open/codes.csv?lang=${lang}`)).text, delimiter);
    const fields = book.data.map((row) => Object.values(row)[1]);
    for (const name of ["use", "events"]) {
      const table = await call("GET", `/api/v1/open/${name}.csv?lang=${lang}`);
      for (const column of csv(table.text, delimiter).meta.fields ?? []) {
        expect(fields).toContain(column);
      }
    }
    const { json } = await call("GET", "/api/v1/open/places.json");
    for (const column of Object.keys(json[0])) expect(fields).toContain(column);
  }
});
