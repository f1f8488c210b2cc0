import { type Classification, hash, internal, person, table } from "../schema";

/** Answers are nobody's: no column leads to a person. */
const shared = {
  owners: [],
  seenBy: ["staff"],
  purpose: "survey",
  basis: "public_task",
  kept: "always",
  export: false,
  erasure: "keep",
} as const;

const drafts = {
  ...shared,
  seenBy: ["oneself"],
  basis: "consent",
  clock: { event: "expired", columns: ["expires_at"] },
  kept: { days: 0, over: "delete_row" },
} as const;

const responses = {
  ...shared,
  seenBy: ["staff", "counts"],
  basis: "consent",
  clock: { event: "created", columns: ["day"] },
  kept: { months: 24, over: "delete_row" },
} as const;

/** Whoever left an address, apart from any answer. */
const contacts = {
  ...shared,
  owners: [{ column: "email", table: "persons", key: "email" }],
  basis: "consent",
  clock: { event: "created", columns: ["day"] },
  kept: { months: 12, over: "delete_row" },
  export: true,
  erasure: "delete_row",
} as const;

export const surveysClassification: Classification = {
  survey_versions: table(
    { ...shared, owners: ["created_by"], seenBy: ["everyone"] },
    {
      survey: {},
      version: {},
      questionnaire: {},
      created_at: {},
      created_by: { ...person, seenBy: ["staff"], export: true },
      revision: {},
    },
  ),
  survey_edits: table(
    { ...shared, owners: ["edited_by"] },
    {
      survey: {},
      version: {},
      revision: {},
      before: {},
      kind: {},
      edited_at: { export: true },
      edited_by: { ...person, export: true },
    },
  ),
  campaigns: table(
    { ...shared, owners: ["created_by"] },
    {
      id: {},
      slug: {},
      survey: {},
      version: {},
      opens_at: {},
      closes_at: {},
      time_zone: {},
      // Of the network, for whoever asks about the survey.
      contact_email: { seenBy: ["everyone"] },
      partners: {},
      texts: { seenBy: ["everyone"] },
      assumptions: {},
      assumed_on: {},
      ready_at: {},
      published_at: {},
      created_at: {},
      created_by: { ...person, export: true },
      revision: {},
    },
  ),
  survey_drafts: table(drafts, {
    code_hash: hash,
    campaign_id: {},
    answers: {},
    source: {},
    entry_mode: {},
    locale: {},
    expires_at: {},
  }),
  survey_responses: table(responses, {
    id: {},
    campaign_id: {},
    version: {},
    day: {},
    source: {},
    entry_mode: {},
    locale: {},
    answers: {},
    receipt_hash: hash,
  }),
  survey_contacts: table(contacts, {
    id: internal,
    campaign_id: {},
    email: {},
    first_name: {},
    wishes: {},
    commune_insee: {},
    locale: {},
    day: {},
    confirm_hash: hash,
    confirmed_on: {},
    stopped_on: {},
  }),
};
