import { type Classification, internal, person, table } from "../schema";

const own = {
  owners: ["person_id"],
  seenBy: ["oneself" as const],
  purpose: "mails" as const,
  basis: "contract" as const,
  kept: "account" as const,
  export: true,
  erasure: "delete_row" as const,
};

/** Twelve months after it was written. */
const aYear = {
  clock: { event: "created" as const, columns: ["created_at"] },
  kept: { months: 12, over: "delete_row" as const },
};

const webhooks = {
  ...own,
  purpose: "calendars" as const,
  clock: { event: "revoked" as const, columns: ["removed_at"] },
  kept: { months: 12, over: "delete_row" as const },
};

const push = { ...own, basis: "consent" as const };

export const notificationsClassification: Classification = {
  notifications: table(
    { ...own, ...aYear },
    {
      id: internal,
      kind: {},
      person_id: { ...person, ...internal, seenBy: ["system"] },
      email: {},
      locale: internal,
      payload: {},
      created_at: {},
      delivered_at: {},
      failed_at: internal,
      last_error: { ...internal, seenBy: ["system"] },
      hold_until: { ...internal, seenBy: ["system"] },
      digest_id: { ...internal, seenBy: ["system"] },
      once_key: { ...internal, seenBy: ["system"] },
    },
  ),
  demo_mails: table(
    {
      owners: [{ column: "to", table: "persons", key: "email" }],
      clock: { event: "created", columns: ["sent_at"] },
      seenBy: ["demonstration"],
      purpose: "demonstration",
      basis: "public_task",
      kept: { days: 7, over: "delete_row" },
      export: false,
      erasure: "delete_row",
    },
    {
      ...{ id: {}, sent_at: {}, to: {}, subject: {}, text: {}, html: {}, attachments: {} },
      named_people: { seenBy: ["system"] },
    },
  ),
  webhooks: table(webhooks, {
    id: {},
    person_id: { ...person, ...internal, seenBy: ["system"] },
    space_id: {},
    url: {},
    // Shown once.
    secret: internal,
    kinds: {},
    // Of a space's webhook too, which stays when its maker leaves.
    created_by: { ...person, ...internal, seenBy: ["system"], erasure: "keep" },
    created_at: {},
    removed_at: {},
  }),
  webhook_deliveries: table(
    {
      ...own,
      ...aYear,
      owners: [{ column: "webhook_id", table: "webhooks", key: "id" }],
      purpose: "calendars",
      export: false,
    },
    {
      id: {},
      webhook_id: {},
      event_id: {},
      kind: {},
      payload: {},
      created_at: {},
      attempts: {},
      last_status: {},
      last_error: {},
      delivered_at: {},
      failed_at: {},
    },
  ),
  notification_choices: table(own, {
    person_id: { ...person, ...internal },
    category: {},
    mail: {},
    push: {},
  }),
  quiet_hours: table(own, {
    person_id: { ...person, ...internal },
    start_minute: {},
    end_minute: {},
  }),
  push_subscriptions: table(push, {
    id: internal,
    person_id: { ...person, ...internal },
    endpoint: {},
    public_key: internal,
    secret: internal,
    created_at: {},
    gone_at: {},
  }),
};
