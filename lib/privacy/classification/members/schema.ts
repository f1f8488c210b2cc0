import { type Classification, hash, internal, person, table } from "../schema";

const own = {
  owners: ["person_id"],
  seenBy: ["oneself" as const],
  purpose: "profile" as const,
  basis: "consent" as const,
  kept: "account" as const,
  export: true,
  erasure: "delete_row" as const,
};

const opened = { ...own, seenBy: ["oneself" as const, "chosen_audience" as const] };

const belonging = {
  ...own,
  seenBy: ["oneself" as const, "hosts" as const],
  purpose: "belonging" as const,
  basis: "contract" as const,
};

const invited = ["used_by", { column: "email", table: "persons", key: "email" }];
const invitations = {
  ...belonging,
  owners: invited,
  takenAwayBy: invited,
  clock: { event: "ended" as const, columns: ["used_at", "revoked_at", "expires_at"] },
  kept: { days: 30, over: "delete_row" as const },
  erasure: "keep" as const,
};

const organisations = {
  ...belonging,
  owners: ["created_by"],
  seenBy: ["oneself" as const, "delegates" as const],
  kept: "always" as const,
  erasure: "keep" as const,
};

const pointer = { ...person, ...internal };
/** Somebody else who acted on the row: taken off when they leave. */
const actor = { ...person, erasure: "empty" as const };

const moderated = { seenBy: ["oneself" as const, "moderators" as const] };

export const membersClassification: Classification = {
  profiles: table(opened, {
    person_id: { ...pointer, seenBy: ["system"] },
    commune_insee: { seenBy: ["oneself", "chosen_audience", "counts"] },
    activity: {},
    situation: {},
    skills: {},
    teaches: {},
    seeks: {},
    themes: {},
    languages: {},
    links: {},
    usual_space_id: {},
    rhythm: {},
    audiences: { seenBy: ["oneself"] },
    shares_presence: { seenBy: ["oneself"] },
    // What is open, folded for the search.
    members_text: { ...internal, seenBy: ["system"] },
    public_text: { ...internal, seenBy: ["system"] },
    updated_at: { seenBy: ["oneself"] },
    text_hidden_at: moderated,
    photo_hidden_at: moderated,
    hidden_by: { ...actor, seenBy: ["moderators"] },
    hide_reason: moderated,
  }),
  // What reports say of a month does not change with who one is later; once months are frozen, it goes.
  past_situations: table(
    {
      ...own,
      owners: ["person_id"],
      seenBy: ["oneself", "counts"],
      purpose: "reports",
      clock: { event: "ended", columns: ["until"] },
      kept: { months: 13, over: "delete_row" },
    },
    {
      person_id: pointer,
      situation: {},
      until: {},
    },
  ),
  photos: table(opened, {
    person_id: pointer,
    image: {},
    version: internal,
    created_at: {},
  }),
  blocks: table(
    {
      ...own,
      owners: ["blocker_id", "blocked_id"],
      // Nobody learns that they were blocked, nor when.
      takenAwayBy: ["blocker_id"],
      purpose: "moderation",
    },
    {
      blocker_id: person,
      blocked_id: pointer,
      created_at: {},
    },
  ),
  memberships: table(belonging, {
    space_id: {},
    person_id: pointer,
    state: {},
    message: {},
    created_at: {},
    decided_at: {},
    decided_by: actor,
    ended_at: {},
  }),
  invitations: table(invitations, {
    id: internal,
    space_id: {},
    code_hash: hash,
    email: { erasure: "empty" },
    created_at: {},
    created_by: person,
    expires_at: {},
    used_at: {},
    used_by: actor,
    revoked_at: {},
  }),
  welcome_steps_done: table(belonging, {
    space_id: {},
    person_id: pointer,
    step_id: {},
    done_at: {},
    done_by: actor,
  }),
  house_rules: table(
    {
      ...belonging,
      owners: ["published_by"],
      seenBy: ["everyone"],
      kept: "always",
      erasure: "keep",
    },
    {
      space_id: {},
      version: internal,
      text: {},
      published_at: {},
      published_by: { ...person, seenBy: ["hosts"] },
    },
  ),
  house_rules_acceptances: table(belonging, {
    space_id: {},
    person_id: pointer,
    version: {},
    accepted_at: {},
    recorded_by: actor,
  }),
  emergency_contacts: table(belonging, {
    person_id: pointer,
    name: {},
    phone: {},
    updated_at: {},
  }),
  kept_people: table(belonging, {
    space_id: {},
    person_id: pointer,
    phone: {},
    created_at: {},
    created_by: { ...person, erasure: "keep" },
    claim_hash: hash,
    claim_expires_at: {},
    claim_attempts: {},
    claimed_at: {},
  }),
  organisations: table(organisations, {
    id: internal,
    name: {},
    kind: {},
    created_at: {},
    created_by: person,
    ended_at: {},
    commune_insee: {},
  }),
  organisation_people: table(
    { ...belonging, seenBy: ["oneself", "delegates"] },
    {
      organisation_id: {},
      person_id: pointer,
      role: {},
      invited_by: actor,
      created_at: {},
      agreed_at: {},
      ended_at: {},
    },
  ),
};
