import { describe, expect, test } from "vitest";
import { situations } from "@/lib/members/profiles/schema";
import { decideCommute, whyNotCounted } from "@/lib/reports/commutes/rules";
import { type CommuteInput, commuteInput } from "@/lib/reports/commutes/schema";

const atHome = { situation: "teleworker", communeId: "46182" } as const;
const spaceId = "0198c0de-0000-7000-8000-000000000001";
const said: CommuteInput = { workplace: "Cahors", mode: "car", agrees: "yes" };

test("only salaried teleworkers are counted, never the self-employed nor anybody else", () => {
  const counted = situations.filter(
    (situation) => whyNotCounted({ ...atHome, situation }) === null,
  );
  expect(counted).toEqual(["teleworker"]);
  expect(whyNotCounted({ situation: null, communeId: "46182" })).toBe("not_teleworker");
});

test("a distance begins at home: who does not say where they live is not counted", () => {
  expect(whyNotCounted({ ...atHome, communeId: null })).toBe("no_home");
});

describe("what is given is kept", () => {
  test("once it is agreed to, and not before", () => {
    expect(decideCommute(atHome, said)).toBeNull();
    expect(decideCommute(atHome, { ...said, agrees: undefined })).toBe("not_agreed");
  });
  test("when kilometres to a space come with their space", () => {
    expect(decideCommute(atHome, { ...said, space: spaceId, kmToSpace: 5 })).toBeNull();
    expect(decideCommute(atHome, { ...said, space: spaceId })).toBe("space_without_km");
    expect(decideCommute(atHome, { ...said, kmToSpace: 5 })).toBe("km_without_space");
  });
  test("never of somebody who is no salaried teleworker, whatever they tick", () => {
    const standing = { ...atHome, situation: "self_employed" } as const;
    expect(decideCommute(standing, said)).toBe("not_teleworker");
  });
});

test("kilometres are typed with a comma or a point, above zero and no farther than a commute", () => {
  const read = (kmToWork: string) =>
    commuteInput.safeParse({ workplace: "Cahors", mode: "car", kmToWork });
  expect(read("12,5").data?.kmToWork).toBe(12.5);
  expect(read(" 7.25 ").data?.kmToWork).toBe(7.25);
  for (const wrong of ["0", "-3", "301", "douze", "1e2", "12,5 km"]) {
    expect([wrong, read(wrong).success]).toEqual([wrong, false]);
  }
});
