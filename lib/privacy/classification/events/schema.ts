import { type Classification, hash, internal, type Limit, person, table } from "../schema";

/** A year of reports and their comparison; then figures only. */
const figuresOnly = 13;
const unlinked: Limit = { months: figuresOnly, over: "unlink" };
const emptied: Limit = { months: figuresOnly, over: "empty" };
const gone: Limit = { months: figuresOnly, over: "delete_row" };

const shared = {
  seenBy: ["oneself" as const, "hosts" as const],
  purpose: "events" as const,
  basis: "contract" as const,
  kept: "always" as const,
  export: true,
  erasure: "keep" as const,
};
const events = {
  ...shared,
  owners: ["created_by"],
  seenBy: ["everyone" as const],
  basis: "public_task" as const,
  // What it is called and when it is says which; the rest is on its page.
  export: false,
  clock: { event: "ended" as const, columns: ["ends_at"] },
};
const ofEvent = { ...shared, owners: ["created_by"], export: false };
const speakers = {
  ...shared,
  owners: ["person_id"],
  seenBy: ["everyone" as const],
  basis: "consent" as const,
};
const changes = {
  ...shared,
  owners: ["actor_id"],
  clock: { event: "created" as const, columns: ["at"] },
};
const registrations = {
  ...shared,
  owners: ["person_id"],
  // Erasing an account takes these off first (lib/events/departures).
  takenAwayBy: [
    "person_id",
    { column: "email_key", nobodys: "person_id IS NULL AND source = 'self'" },
  ],
  clock: { event: "created" as const, columns: ["created_at"] },
};
const attendees = {
  ...shared,
  owners: [{ column: "registration_id", table: "event_registrations", key: "id" }],
  clock: { event: "created" as const, columns: ["created_at"] },
};
/** An opinion is nobody's: only a seal of the registration, which leads back to none. */
const feedback = {
  ...shared,
  owners: [],
  seenBy: ["hosts" as const, "counts" as const],
  basis: "consent" as const,
  export: false,
  clock: { event: "created" as const, columns: ["day"] },
};
const rides = {
  ...shared,
  owners: ["person_id"],
  seenBy: ["oneself" as const, "members" as const],
  basis: "consent" as const,
  clock: { event: "created" as const, columns: ["created_at"] },
  kept: gone,
  erasure: "delete_row" as const,
};
const grants = { ...shared, owners: ["person_id"], erasure: "delete_row" as const };

const system = { ...internal, seenBy: ["system" as const] };
/** Who did it: taken off when the person is. */
const actor = {
  ...person,
  ...internal,
  seenBy: ["hosts" as const],
  kept: unlinked,
  erasure: "empty" as const,
};
/** Between whoever leads it and the one who is asked. */
const asked = { seenBy: ["oneself" as const, "hosts" as const] };
const counted = { seenBy: ["oneself" as const, "hosts" as const, "counts" as const] };
const told = { export: true };
const own = { kept: emptied, erasure: "empty" as const };

export const eventsClassification: Classification = {
  events: table(events, {
    id: {},
    space_id: {},
    slug: {},
    state: told,
    series_id: {},
    title: told,
    summary: {},
    description: {},
    language: {},
    theme: {},
    audience: {},
    level: {},
    bring: {},
    access: {},
    access_note: {},
    programme: {},
    place_kind: {},
    resource_id: {},
    booking_id: system,
    address: {},
    commune_insee: {},
    // Told to those registered.
    online_url: { seenBy: ["hosts"] },
    day: told,
    starts_at: told,
    ends_at: told,
    capacity: {},
    needs_registration: {},
    opens_at: {},
    closes_at: {},
    most_people: {},
    asks_names: {},
    questions: {},
    former_questions: {},
    offer_minutes: {},
    minimum_people: {},
    minimum_at: {},
    prices: {},
    is_free_price: {},
    habilitation_id: {},
    head_count: { seenBy: ["hosts", "counts"] },
    head_count_by: actor,
    sequence: system,
    idempotency_key: system,
    created_at: {},
    created_by: actor,
    published_at: {},
    ended_at: {},
    ended_by: actor,
    end_reason: {},
    end_minimum: {},
  }),
  event_series: table(ofEvent, {
    id: {},
    space_id: {},
    frequency: {},
    first_day: {},
    last_day: {},
    created_at: {},
    created_by: { ...person, kept: "account", erasure: "empty" },
  }),
  event_speakers: table(speakers, {
    id: internal,
    space_id: {},
    event_id: {},
    person_id: { ...person, ...internal, erasure: "delete_row" },
    name: {},
    words: {},
    rank: internal,
    asked_at: asked,
    asked_by: { ...person, ...internal, seenBy: ["hosts"], erasure: "empty" },
    accepted_at: asked,
    declined_at: asked,
  }),
  event_changes: table(changes, {
    id: internal,
    space_id: {},
    event_id: {},
    at: {},
    actor_id: { ...actor, export: true },
    verb: {},
    before: {},
    reason: {},
    told_at: internal,
    told_with: internal,
  }),
  event_registrations: table(registrations, {
    id: {},
    space_id: {},
    event_id: {},
    person_id: { ...actor, erasure: "ghost" },
    name: own,
    email: own,
    email_key: { ...system, ...own },
    locale: {},
    quantity: counted,
    answers: own,
    state: counted,
    source: {},
    rank: system,
    offer_until: {},
    sequence: system,
    shown_to_members: { ...own, seenBy: ["oneself", "members"], basis: "consent" },
    // A random number.
    idempotency_key: system,
    created_at: {},
    created_by: actor,
    ended_at: {},
    ended_by: actor,
    end_reason: own,
  }),
  event_attendees: table(attendees, {
    id: internal,
    space_id: {},
    event_id: {},
    registration_id: {},
    position: internal,
    name: own,
    present_at: counted,
    first_time: counted,
    marked_at: internal,
    marked_by: actor,
    created_at: {},
    withdrawn_at: internal,
  }),
  event_feedback: table(feedback, {
    space_id: {},
    event_id: {},
    receipt: hash,
    score: {},
    line: { kept: emptied },
    day: {},
  }),
  event_rides: table(rides, {
    id: internal,
    space_id: {},
    event_id: {},
    person_id: { ...person, ...internal },
    kind: {},
    commune_insee: {},
    seats: {},
    leaves_at: {},
    note: {},
    created_at: {},
    withdrawn_at: {},
  }),
  habilitation_grants: table(grants, {
    id: internal,
    habilitation_id: {},
    person_id: { ...person, ...internal },
    event_id: {},
    granted_at: {},
    granted_by: { ...person, ...internal, seenBy: ["hosts"], erasure: "empty" },
    expires_at: {},
    revoked_at: {},
    revoked_by: { ...person, ...internal, seenBy: ["hosts"], erasure: "empty" },
  }),
};
