import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canEnterAtSpace, canEnterForAll } from "@/lib/surveys/desks/policy";

const person = (...grants: Grant[]): Actor => ({
  ...{ kind: "person", personId: "x", email: null, name: null, locale: "fr", grants },
});
const here = "11111111-1111-4111-8111-111111111111";

const actors: Record<string, Actor> = {
  visitor: anonymous,
  member: person(),
  host: person({ role: "host", spaceId: here }),
  otherHost: person({ role: "host", spaceId: "22222222-2222-4222-8222-222222222222" }),
  staff: person({ role: "staff", spaceId: null }),
  admin: person({ role: "admin", spaceId: null }),
  job: systemActor("job"),
};
const who = (may: (actor: Actor) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

test("staff and an admin enter the survey for everybody", () => {
  expect(who(canEnterForAll)).toEqual(["staff", "admin"]);
});

test("at a space its own host enters it, and an admin; no other host", () => {
  expect(who((actor) => canEnterAtSpace(actor, here))).toEqual(["host", "admin"]);
});
