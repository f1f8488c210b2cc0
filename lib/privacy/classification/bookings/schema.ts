import { type Classification, hash, internal, type Limit, person, table } from "../schema";

/** A year of reports and their comparison; then figures only. */
const figuresOnly = 13;
const unlinked: Limit = { months: figuresOnly, over: "unlink" };
const emptied: Limit = { months: figuresOnly, over: "empty" };
const gone: Limit = { months: figuresOnly, over: "delete_row" };

const shared = {
  seenBy: ["oneself" as const, "hosts" as const],
  purpose: "booking" as const,
  basis: "contract" as const,
  kept: "always" as const,
  export: true,
  erasure: "keep" as const,
};

const bookings = {
  ...shared,
  owners: ["person_id"],
  clock: { event: "booking_over" as const, columns: ["ends_at"] },
};
const ofBooking = {
  ...shared,
  owners: [{ column: "booking_id", table: "bookings", key: "id" }],
  clock: { event: "created" as const, columns: ["at"] },
};
const series = {
  ...shared,
  owners: ["person_id"],
  clock: { event: "ended" as const, columns: ["last_day"] },
  heldBy: [
    { table: "bookings", column: "series_id" },
    { table: "series_refusals", column: "series_id" },
  ],
  kept: gone,
};
const refusals = {
  ...shared,
  owners: [{ column: "series_id", table: "series", key: "id" }],
  clock: { event: "booking_over" as const, columns: ["day"] },
  kept: gone,
};
const waiting = {
  ...shared,
  owners: ["person_id"],
  clock: { event: "booking_over" as const, columns: ["ends_at"] },
  heldBy: [{ table: "bookings", column: "waiting_entry_id" }],
  kept: gone,
};
const swaps = {
  ...shared,
  owners: ["proposed_by", "proposed_to"],
  takenAwayBy: ["proposed_by", "proposed_to"],
  seenBy: ["the_two" as const],
  clock: { event: "created" as const, columns: ["created_at"] },
  kept: gone,
};
const feeds = {
  ...shared,
  owners: ["person_id"],
  seenBy: ["oneself" as const],
  purpose: "calendars" as const,
  clock: { event: "revoked" as const, columns: ["revoked_at"] },
  kept: { months: 12, over: "delete_row" as const },
  erasure: "delete_row" as const,
};
const imports = {
  ...shared,
  owners: ["created_by"],
  seenBy: ["hosts" as const],
  purpose: "calendars" as const,
  basis: "public_task" as const,
  export: false,
};

const system = { ...internal, seenBy: ["system" as const] };
/** Who did it: taken off when the person is. */
const actor = {
  ...person,
  ...internal,
  seenBy: ["hosts" as const],
  kept: unlinked,
  erasure: "empty" as const,
};
const counted = { seenBy: ["oneself" as const, "hosts" as const, "counts" as const] };

export const bookingsClassification: Classification = {
  bookings: table(bookings, {
    id: {},
    space_id: {},
    resource_id: {},
    person_id: { ...actor, erasure: "ghost" },
    guest_name: { ...internal, seenBy: ["hosts"], kept: emptied, erasure: "keep" },
    companions: { kept: emptied, erasure: "empty" },
    people: system,
    day: counted,
    part: counted,
    starts_at: counted,
    ends_at: counted,
    held_from: system,
    held_until: system,
    during: system,
    places: system,
    state: {},
    source: { seenBy: ["hosts"] },
    lapses_at: internal,
    // A random number.
    idempotency_key: system,
    series_id: { kept: emptied },
    waiting_entry_id: { ...system, kept: emptied },
    note: { kept: emptied, erasure: "empty" },
    shown_to_members: {
      seenBy: ["oneself", "members"],
      basis: "consent",
      kept: emptied,
      erasure: "empty",
    },
    sequence: system,
    created_at: {},
    created_by: actor,
    organisation_id: { kept: emptied },
    ended_at: {},
    ended_by: actor,
    end_reason: { kept: emptied, erasure: "empty" },
    checked_in_at: {},
    checked_in_by: actor,
    checked_out_at: {},
  }),
  booking_changes: table(ofBooking, {
    id: system,
    space_id: system,
    booking_id: system,
    at: {},
    actor_id: actor,
    verb: {},
    from_state: system,
    to_state: system,
    // Places and hours, never a name.
    before: {},
    reason: { kept: emptied, erasure: "empty" },
    closure_id: system,
  }),
  series: table(series, {
    id: {},
    space_id: {},
    resource_id: {},
    person_id: { ...actor, kept: gone, erasure: "ghost" },
    frequency: {},
    first_day: {},
    last_day: {},
    part: {},
    start_minute: {},
    end_minute: {},
    idempotency_key: system,
    created_at: {},
    created_by: { ...actor, kept: gone },
    ended_from: {},
    former_terms: {},
    companions: { erasure: "empty" },
  }),
  series_refusals: table(refusals, {
    space_id: system,
    series_id: system,
    day: {},
    refusal: {},
    created_at: system,
    closed_at: system,
  }),
  waiting_entries: table(waiting, {
    id: system,
    space_id: {},
    person_id: { ...actor, kept: gone, erasure: "ghost" },
    kind: {},
    resource_id: {},
    quantity: {},
    day: {},
    part: {},
    starts_at: {},
    ends_at: {},
    state: {},
    // Its owner sees a place in the line, never the number.
    rank: internal,
    created_at: {},
    offered_at: {},
    offer_until: {},
    closed_at: {},
  }),
  swaps: table(swaps, {
    id: system,
    offered_id: {},
    wanted_id: {},
    proposed_by: { ...person, ...internal, erasure: "ghost" },
    proposed_to: { ...person, ...internal, erasure: "ghost" },
    state: {},
    message: { erasure: "empty" },
    created_at: {},
    answered_at: {},
  }),
  calendar_imports: table(imports, {
    id: {},
    space_id: {},
    resource_id: {},
    name: {},
    // May hold a secret of its calendar.
    url: {},
    created_at: {},
    created_by: { ...actor, kept: "account" },
    fetched_at: {},
    etag: {},
    last_error: {},
    removed_at: {},
  }),
  feed_tokens: table(feeds, {
    token_hash: hash,
    person_id: { ...person, ...system },
    space_id: {},
    busy_only: {},
    // Of a space's feed too, which stays when its maker leaves.
    created_by: { ...person, ...system, erasure: "keep" },
    created_at: {},
    used_at: {},
    revoked_at: {},
  }),
};
