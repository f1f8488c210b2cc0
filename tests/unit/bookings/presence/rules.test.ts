import { expect, test } from "vitest";
import {
  arrivalAmong,
  codeOf,
  type PresenceFacts,
  presentAmong,
  readCode,
  spacedCode,
} from "@/lib/bookings/presence/rules";

const on = (time: string) => new Date(`2026-06-16T${time}:00Z`);

function own(
  id: string,
  from: string,
  until: string,
  rest: Partial<PresenceFacts> = {},
): PresenceFacts {
  return {
    id,
    startsAt: on(from),
    endsAt: on(until),
    state: "confirmed",
    lapsesAt: null,
    checkedInAt: null,
    checkedOutAt: null,
    ...rest,
  };
}

const idAt = (bookings: PresenceFacts[], at: string) => {
  const found = arrivalAmong(bookings, on(at));
  return found.kind === "nothing_now" ? found.kind : `${found.kind} ${found.booking.id}`;
};

test("an arrival is noted from half an hour before the start to the end, half-open", () => {
  const morning = [own("morning", "06:30", "10:30")];
  expect(idAt(morning, "05:59")).toBe("nothing_now");
  expect(idAt(morning, "06:00")).toBe("arrive morning");
  expect(idAt(morning, "10:29")).toBe("arrive morning");
  expect(idAt(morning, "10:30")).toBe("nothing_now");
});

test("the one under way comes before the one to come, the next one once the first is noted", () => {
  const [desk, room] = [own("desk", "06:30", "16:30"), own("room", "08:00", "09:00")];
  expect(idAt([room, desk], "07:45")).toBe("arrive desk");
  const seated = { ...desk, checkedInAt: on("07:45") };
  expect(idAt([seated, room], "07:46")).toBe("arrive room");
  expect(idAt([seated], "07:46")).toBe("already_there desk");
});

test("a place given back after the grace is tried last, and only it when there is no other", () => {
  const lost = own("lost", "06:30", "10:30", { lapsesAt: on("07:00") });
  const room = own("room", "07:30", "08:30");
  expect(idAt([lost, room], "07:10")).toBe("arrive room");
  expect(idAt([lost], "07:10")).toBe("arrive lost");
  expect(idAt([{ ...lost, state: "no_show", lapsesAt: null }], "07:10")).toBe("arrive lost");
});

test("a cancelled booking is nothing, somebody who left is not there", () => {
  expect(idAt([own("gone", "06:30", "10:30", { state: "cancelled" })], "07:00")).toBe(
    "nothing_now",
  );
  const left = own("left", "06:30", "10:30", {
    checkedInAt: on("06:30"),
    checkedOutAt: on("08:00"),
  });
  expect(presentAmong([left], on("08:30"))).toBeNull();
  expect(idAt([left], "08:30")).toBe("nothing_now");
});

test("a code is six characters nobody takes for one another, read as it is typed", () => {
  const every = Array.from({ length: 256 }, (_, byte) => codeOf(new Uint8Array(6).fill(byte)));
  expect(new Set(every.join("")).size).toBe(32);
  expect(every.join("")).not.toMatch(/[01OI]/);
  expect(codeOf(new Uint8Array([0, 1, 2, 3, 4, 31]))).toBe("ABCDE9");
  expect(readCode(" abc-de9 ")).toBe("ABCDE9");
  expect(readCode(spacedCode("ABCDE9"))).toBe("ABCDE9");
});
