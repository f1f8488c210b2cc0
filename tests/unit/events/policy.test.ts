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
  speakers: [{ personId: null }, { personId: "speaker" }],
};
const actors = {
  visitor: anonymous,
  member: person("member"),
  author: person("author"),
  speaker: person("speaker"),
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
  ["see_unpublished", ["author", "speaker", "host", "staff", "admin", "system"]],
] as const)("%s: %j", (what, allowed) => {
  const may = Object.entries(actors).filter(([, actor]) => canDo(actor, what, event));
  expect(may.map(([name]) => name)).toEqual(allowed);
});

test("every right is in the table above", () => {
  expect(Object.keys(eventRights)).toHaveLength(6);
});
