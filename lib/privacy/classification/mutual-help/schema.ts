import { type Classification, internal, person, table } from "../schema";

const shared = {
  seenBy: ["the_two" as const],
  purpose: "mutual_help" as const,
  basis: "consent" as const,
  kept: "account" as const,
  export: true,
  erasure: "delete_row" as const,
};
const aYear = { months: 12, over: "delete_row" as const };

const ads = {
  ...shared,
  owners: ["person_id"],
  seenBy: ["oneself" as const, "members" as const],
  clock: { event: "ended" as const, columns: ["closed_at", "valid_until"] },
  kept: aYear,
};
const conversations = {
  ...shared,
  owners: ["starter_id", "other_id"],
  takenAwayBy: ["starter_id", "other_id"],
  clock: { event: "last_message" as const, columns: ["last_at"] },
  kept: aYear,
};
/** Go with their conversation. */
const messages = {
  ...shared,
  owners: [{ column: "conversation_id", table: "conversations", key: "id" }],
  withheld: { once: "hidden_at", from: "sender_id" },
  goesWith: "conversations",
};
const reports = {
  ...shared,
  owners: ["person_id", "reporter_id"],
  // Whom a report is about does not read who told what of them.
  takenAwayBy: ["reporter_id"],
  seenBy: ["oneself" as const, "moderators" as const],
  purpose: "moderation" as const,
  basis: "public_task" as const,
  clock: { event: "handled" as const, columns: ["handled_at"] },
  kept: aYear,
  erasure: "keep" as const,
};
const thanks = {
  ...shared,
  owners: ["from_id", "to_id"],
  takenAwayBy: ["from_id", "to_id"],
};
const notices = {
  ...shared,
  owners: ["person_id", "other_id"],
  takenAwayBy: ["person_id"],
  seenBy: ["system" as const],
  clock: { event: "created" as const, columns: ["created_at"] },
  kept: { days: 30, over: "delete_row" as const },
};

const pointer = { ...person, ...internal };
const actor = { ...person, erasure: "empty" as const };

export const mutualHelpClassification: Classification = {
  ads: table(ads, {
    id: internal,
    person_id: pointer,
    kind: {},
    theme: {},
    title: {},
    text: {},
    counterpart: {},
    place_space_id: {},
    commune_insee: {},
    valid_until: {},
    search_text: { ...internal, seenBy: ["system"] },
    created_at: {},
    updated_at: {},
    closed_at: {},
    hidden_at: { seenBy: ["oneself", "moderators"] },
    hidden_by: { ...actor, seenBy: ["moderators"] },
    hide_reason: { seenBy: ["oneself", "moderators"] },
  }),
  conversations: table(conversations, {
    id: internal,
    ad_id: {},
    starter_id: person,
    other_id: person,
    created_at: {},
    last_at: {},
    stopped_at: {},
    stopped_by: person,
  }),
  conversation_messages: table(messages, {
    id: internal,
    conversation_id: {},
    sender_id: person,
    text: {},
    gives_address: {},
    created_at: {},
    read_at: {},
    hidden_at: { seenBy: ["oneself", "moderators"] },
    hidden_by: { ...actor, seenBy: ["moderators"] },
    hide_reason: { seenBy: ["oneself", "moderators"] },
  }),
  abuse_reports: table(reports, {
    id: internal,
    subject: {},
    subject_id: internal,
    // Who told, and of whom, is not for the other of the two.
    person_id: pointer,
    reporter_id: pointer,
    reported_to_space_id: {},
    reason: {},
    text: { erasure: "empty" },
    created_at: {},
    handled_at: {},
    handled_by: { ...actor, export: false, seenBy: ["moderators"] },
    outcome: {},
  }),
  thanks: table(thanks, {
    id: internal,
    from_id: person,
    to_id: person,
    day: {},
    text: {},
    created_at: {},
  }),
  co_presence_notices: table(notices, {
    person_id: pointer,
    other_id: person,
    day: {},
    created_at: {},
  }),
};
