import { type Classification, person, table } from "../schema";

const closures = {
  owners: ["created_by", "withdrawn_by"],
  takenAwayBy: ["created_by", "withdrawn_by"],
  seenBy: ["everyone" as const],
  purpose: "opening" as const,
  basis: "public_task" as const,
  kept: "always" as const,
  export: false,
  erasure: "keep" as const,
};

export const spacesClassification: Classification = {
  closures: table(closures, {
    id: {},
    space_id: {},
    resource_id: {},
    announcement_id: { seenBy: ["hosts"] },
    starts_at: {},
    ends_at: {},
    // Must not name anybody.
    reason: {},
    created_at: { seenBy: ["hosts"] },
    created_by: { ...person, seenBy: ["hosts", "staff"], export: true },
    withdrawn_at: { seenBy: ["hosts"] },
    withdrawn_by: { ...person, seenBy: ["hosts", "staff"], export: true },
  }),
};

/** Tables of places and of reference: nobody is in them. */
export const tablesWithoutPeople = [
  "communes",
  "nearby_places",
  "place_imports",
  "spaces",
  "resources",
  "opening_rules",
  "opening_exceptions",
  "resource_parts",
  "school_holidays",
  "school_holiday_imports",
  "busy_blocks",
  "welcome_steps",
  "monthly_usages",
  "network_months",
  "stale_days",
  "fact_spans",
  "daily_facts",
  "event_pictures",
  "habilitations",
];
