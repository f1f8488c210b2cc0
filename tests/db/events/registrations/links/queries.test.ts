import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { readRegistrationToken, registrationToken } from "@/lib/events/registrations/links/queries";
import { signedText } from "@/lib/infra/signed-text";

test("a link opens the registration it was written for", () => {
  const key = { spaceId: newId(), id: newId() };
  expect(readRegistrationToken(registrationToken(key))).toEqual(key);
});

test("a link nobody of us wrote, or wrote for something else, opens nothing", () => {
  const key = `${newId()} ${newId()}`;
  for (const token of ["", "x", `${registrationToken({ spaceId: newId(), id: newId() })}x`]) {
    expect(() => readRegistrationToken(token)).toThrow(NotFound);
  }
  expect(() => readRegistrationToken(signedText("another purpose", key))).toThrow(NotFound);
  expect(() => readRegistrationToken(signedText("event registration", "x y"))).toThrow(NotFound);
});
