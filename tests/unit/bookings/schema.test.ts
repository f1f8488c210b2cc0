import { expect, test } from "vitest";
import { bookPartForm } from "@/lib/bookings/schema";

const form = { slug: "luzech", day: "2026-06-16", part: "morning" };

test("those who come along are written one a line, for a half-day as for hours", () => {
  const read = bookPartForm.safeParse({
    ...form,
    companions: "Inès\n Paul , Maud\n",
    note: "Bonjour",
  });
  expect(read.data).toMatchObject({ companions: ["Inès", "Paul", "Maud"], note: "Bonjour" });
  expect(bookPartForm.safeParse(form).data?.companions).toEqual([]);
  expect(bookPartForm.safeParse({ ...form, companions: "x".repeat(81) }).success).toBe(false);
});
