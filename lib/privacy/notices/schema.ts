/** What this installation is connected to. */
export type Reaching = {
  /** Names of the services that may identify somebody. */
  providers: string[];
  /** Whether an outside map is offered. */
  hasTiles: boolean;
};

export type Recipient =
  /** Where the machines are; whoever carries mails; the push service of one's browser; what one links oneself. */
  { kind: "hosting" | "mail" | "push" | "tools" | "tiles" } | { kind: "provider"; name: string };
