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
  clock: { event: "expired", columns: ["expires_at"] },
  kept: { days: 0, over: "delete_row" },
} as const;

const responses = {
  ...shared,
  seenBy: ["staff", "counts"],
  clock: { event: "created", columns: ["day"] },
  kept: { months: 24, over: "delete_row" },
} as const;

/** Whoever left an address, apart from any answer. */
const contacts = {
  ...shared,
  owners: [{ column: "email", table: "persons", key: "email" }],
  basis: "consent",
  clock: { event: "created", columns: ["month"] },
  kept: { months: 12, over: "delete_row" },
  export: true,
  erasure: "delete_row",
} as const;

/** Who was let read answers, by whom and why: what they answer for. */
const readers = {
  ...shared,
  owners: ["person_id"],
  purpose: "accountability",
  basis: "legal_obligation",
  export: true,
  erasure: "delete_row",
} as const;

/** What a contact was written to about; it goes with the contact. */
const tellings = {
  ...shared,
  owners: [{ column: "contact_id", table: "survey_contacts", key: "id" }],
  seenBy: ["system"],
  basis: "consent",
  clock: { event: "created", columns: ["day"] },
  kept: { months: 12, over: "delete_row" },
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
    batch: {},
    left_batch: {},
    taken_back_on: {},
    held: {},
  }),
  // Put together beyond recognition: what is published stays when the answers are forgotten.
  survey_batches: table(
    { ...shared, seenBy: ["counts"] },
    {
      campaign_id: {},
      number: {},
      day: {},
      responses: {},
      figures: { seenBy: ["everyone"] },
      takes_in: {},
    },
  ),
  survey_text_reviews: table(
    { ...shared, owners: ["reviewed_by"] },
    { response_id: {}, question: {}, state: {}, day: {}, reviewed_by: { ...person, export: true } },
  ),
  survey_readers: table(readers, {
    id: internal,
    campaign_id: {},
    person_id: { ...person },
    reason: {},
    ends_on: {},
    granted_by: { ...person, export: false, erasure: "empty" },
    granted_at: {},
    revoked_at: {},
  }),
  survey_contact_tellings: table(tellings, { contact_id: internal, about: {}, day: {} }),
  survey_contacts: table(contacts, {
    id: internal,
    campaign_id: {},
    email: {},
    first_name: {},
    wishes: {},
    commune_insee: {},
    locale: {},
    month: {},
    confirm_hash: hash,
    confirmed_month: {},
  }),
};
