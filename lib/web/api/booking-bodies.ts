import { z } from "zod";
import { bookingPartInput, companionsInput, instantInput, noteInput } from "@/lib/bookings/schema";
import { apiDay, parsed } from "./reading";

const about = {
  companions: companionsInput.optional(),
  note: noteInput.optional(),
  // An alternative says these; sent back as it is, they are left aside.
  differs: z.unknown().optional(),
  space: z.unknown().optional(),
  resource: z.unknown().optional(),
  distanceKm: z.unknown().optional(),
};
const newPart = z
  .strictObject({ resourceId: z.uuid(), day: apiDay, part: bookingPartInput, ...about })
  .meta({ title: "A part of a day" });
const newHours = z
  .strictObject({ resourceId: z.uuid(), startsAt: instantInput, endsAt: instantInput, ...about })
  .meta({ title: "Hours of one's own" });
export const newBooking = z.union([newPart, newHours]);
export type NewBooking = z.output<typeof newBooking>;

/** The shape meant is told by its fields, so that what is wrong is said of that one. */
export const newBookingBody = z
  .unknown()
  .transform((body) =>
    typeof body === "object" && body !== null && "startsAt" in body
      ? parsed(newHours, body)
      : parsed(newPart, body),
  );

const movePart = z
  .strictObject({ resourceId: z.uuid().optional(), day: apiDay, part: bookingPartInput })
  .meta({ title: "To a part of a day" });
const moveHours = z
  .strictObject({
    resourceId: z.uuid().optional(),
    startsAt: instantInput,
    endsAt: instantInput,
  })
  .meta({ title: "To hours of one's own, or to another length" });
const moveResource = z
  .strictObject({ resourceId: z.uuid() })
  .meta({ title: "To another resource, at the same moment" });
const details = z
  .strictObject({ companions: companionsInput.optional(), note: noteInput.optional() })
  .meta({ title: "Who comes along, and the note; it stays where it is" });
export const change = z.union([movePart, moveHours, moveResource, details]);

export const changeBody = z.unknown().transform((body): z.output<typeof change> => {
  const has = (name: string) => typeof body === "object" && body !== null && name in body;
  if (has("startsAt") || has("endsAt")) return parsed(moveHours, body);
  if (has("day") || has("part")) return parsed(movePart, body);
  return has("resourceId") || !(has("companions") || has("note"))
    ? parsed(moveResource, body)
    : parsed(details, body);
});
