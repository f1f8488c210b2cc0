import { type Classification, internal, person, table } from "../schema";

export const networkClassification: Classification = {
  consents: table(
    {
      owners: ["person_id"],
      seenBy: ["oneself"],
      purpose: "consents",
      basis: "legal_obligation",
      kept: "account",
      export: true,
      erasure: "delete_row",
    },
    {
      id: internal,
      person_id: { ...person, ...internal },
      purpose: {},
      given_at: {},
      withdrawn_at: {},
    },
  ),
  network_settings: table(
    {
      owners: ["updated_by"],
      seenBy: ["everyone"],
      purpose: "network",
      basis: "legal_obligation",
      kept: "always",
      export: true,
      erasure: "keep",
    },
    {
      key: {},
      value: {},
      updated_at: { seenBy: ["staff"] },
      updated_by: { ...person, seenBy: ["staff"], erasure: "empty" },
    },
  ),
};
