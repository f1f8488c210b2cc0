import { type Classification, hash, internal, person, table } from "../schema";

const account = {
  owners: ["person_id"],
  seenBy: ["oneself"],
  purpose: "account",
  basis: "contract",
  kept: "account",
  export: true,
  erasure: "delete_row",
} as const;

/** Append-only, for whoever answers for the network; names nobody in words. */
const journal = {
  owners: ["actor_id"],
  seenBy: ["staff"],
  purpose: "accountability",
  basis: "public_task",
  kept: "always",
  export: false,
  erasure: "keep",
} as const;

const persons = {
  ...account,
  owners: ["id"],
  erasure: "empty",
} as const;

const codes = {
  owners: [{ column: "email", table: "persons", key: "email" }],
  clock: { event: "created" as const, columns: ["created_at"] },
  seenBy: ["system" as const],
  purpose: "sign_in" as const,
  basis: "contract" as const,
  kept: { days: 1, over: "delete_row" as const },
  export: false,
  erasure: "delete_row" as const,
};

const grants = {
  ...account,
  seenBy: ["oneself" as const, "staff" as const],
  purpose: "roles" as const,
  basis: "public_task" as const,
  // Who answered for what stays known, by a number, when the account is gone.
  kept: "always" as const,
  erasure: "keep" as const,
};

const keys = {
  ...account,
  purpose: "calendars" as const,
  clock: { event: "revoked" as const, columns: ["revoked_at"] },
  kept: { months: 12, over: "delete_row" as const },
};

export const identityClassification: Classification = {
  persons: table(
    { ...persons, seenBy: ["oneself"] },
    {
      id: { ...person, seenBy: ["system"], kept: "always", erasure: "keep" },
      // Staff see the address of whoever holds a role, where roles are given; hosts see none.
      email: { seenBy: ["oneself", "role_keepers"] },
      // Those one writes to or belongs with read who it is, and the journal names who did what.
      name: { seenBy: ["oneself", "hosts", "staff", "delegates", "the_two", "chosen_audience"] },
      locale: {},
      email_verified_at: { seenBy: ["system"] },
      created_at: { kept: "always", erasure: "keep" },
      last_seen_at: {},
      inactivity_warned_at: {},
      erased_at: { ...internal, seenBy: ["system"], kept: "always", erasure: "keep" },
    },
  ),
  provider_links: table(
    { ...account, seenBy: ["oneself"], purpose: "sign_in" },
    {
      provider: {},
      provider_account_id: { seenBy: ["system"] },
      person_id: { ...person, ...internal, seenBy: ["system"] },
      created_at: {},
    },
  ),
  sessions: table(
    {
      ...account,
      clock: { event: "expired", columns: ["expires_at"] },
      seenBy: ["oneself"],
      purpose: "sign_in",
      kept: { days: 0, over: "delete_row" },
    },
    {
      token_hash: hash,
      person_id: { ...person, ...internal, seenBy: ["system"] },
      expires_at: {},
      created_at: {},
    },
  ),
  sign_in_codes: table(codes, {
    id: {},
    email: {},
    code_hash: hash,
    link_hash: hash,
    browser_hash: hash,
    attempts: {},
    created_at: {},
    expires_at: {},
    used_at: {},
  }),
  role_grants: table(grants, {
    id: internal,
    person_id: person,
    role: {},
    space_id: {},
    granted_at: {},
    granted_by: { ...person, ...internal },
    revoked_at: {},
    revoked_by: { ...person, ...internal },
  }),
  api_tokens: table(keys, {
    id: {},
    person_id: { ...person, ...internal, seenBy: ["system"] },
    token_hash: hash,
    name: {},
    scopes: {},
    created_at: {},
    expires_at: {},
    used_at: {},
    revoked_at: {},
  }),
  journal_entries: table(
    { ...journal, seenBy: ["staff"] },
    {
      id: {},
      at: { export: true },
      actor_id: { ...person, export: true },
      action: { export: true },
      space_id: {},
      subject_id: {},
      before: {},
      after: {},
      request_id: {},
    },
  ),
  journal_seals: table(
    { ...journal, owners: [], seenBy: ["staff"] },
    {
      id: {},
      entry_id: {},
      hash: {},
      at: {},
    },
  ),
  rate_limits: table(
    {
      owners: [],
      seenBy: ["system"],
      purpose: "security",
      basis: "public_task",
      kept: "expires",
      export: false,
      erasure: "keep",
    },
    { key: hash, points: {}, expire: {} },
  ),
  network_keys: table(
    {
      owners: [],
      seenBy: ["system"],
      purpose: "security",
      basis: "public_task",
      kept: "expires",
      export: false,
      erasure: "keep",
    },
    { day: {}, key: {} },
  ),
};
