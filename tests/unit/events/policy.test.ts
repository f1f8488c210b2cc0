import { expect, test } from "vitest";
import { anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canDo, eventRights } from "@/lib/events/policy";

const person = (personId: string, grants: Grant[] = []) => ({
  kind: "person" as const,
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const event = {
  spaceId: "here",
  createdBy: "author",
  state: "published" as const,
  speakers: [
    { personId: null, acceptedAt: null },
    { personId: "speaker", acceptedAt: new Date("2026-06-01T08:00:00Z") },
    { personId: "asked", acceptedAt: null },
  ],
};
const actors = {
  visitor: anonymous,
  member: person("member"),
  author: person("author"),
  speaker: person("speaker"),
  asked: person("asked"),
  host: person("host", [{ role: "host", spaceId: "here" }]),
  "host elsewhere": person("host", [{ role: "host", spaceId: "there" }]),
  staff: person("staff", [{ role: "staff", spaceId: null }]),
  admin: person("admin", [{ role: "admin", spaceId: null }]),
  system: systemActor("worker"),
};

test.each([
  ["create", ["host", "staff", "admin", "system"]],
  ["edit", ["speaker", "host", "staff", "admin", "system"]],
  ["decide", ["host", "staff", "admin", "system"]],
  ["cancel", ["host", "staff", "admin", "system"]],
  // Staff read figures, not who comes.
  ["people", ["speaker", "host", "admin", "system"]],
  ["name", ["host", "staff", "admin", "system"]],
  ["withdraw", ["author"]],
  ["see_unpublished", ["author", "speaker", "host", "staff", "admin", "system"]],
] as const)("%s: %j", (what, allowed) => {
  const may = Object.entries(actors).filter(([, actor]) => canDo(actor, what, event));
  expect(may.map(([name]) => name)).toEqual(allowed);
});

test("every right is in the table above", () => {
  expect(Object.keys(eventRights)).toHaveLength(8);
});

test("whoever proposed it says who leads it while it waits for an answer, and no longer", () => {
  const waits = { ...event, state: "proposed" as const };
  expect(canDo(actors.author, "name", waits)).toBe(true);
  expect(canDo(actors.author, "edit", waits)).toBe(false);
  expect(canDo(actors.speaker, "name", waits)).toBe(false);
  expect(canDo(actors.author, "name", { ...event, state: "refused" })).toBe(false);
});
