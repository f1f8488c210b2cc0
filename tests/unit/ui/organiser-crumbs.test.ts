import { expect, test } from "vitest";
import { crumbsFrom } from "@/components/events/organiser-crumbs";
import type { Actor, Grant } from "@/lib/core/actor";

function who(...grants: Grant[]): Actor {
  return { kind: "person", personId: "p", email: null, name: "P", locale: "fr", grants };
}

test("whoever works on an event comes from a page they may open", () => {
  expect(crumbsFrom(who({ role: "host", spaceId: "here" }), "here")).toBe("board");
  expect(crumbsFrom(who({ role: "admin", spaceId: null }), "here")).toBe("board");
  expect(crumbsFrom(who({ role: "staff", spaceId: null }), "here")).toBe("figures");
  expect(crumbsFrom(who(), "here")).toBe("agenda");
  expect(crumbsFrom(who({ role: "host", spaceId: "elsewhere" }), "here")).toBe("agenda");
});
