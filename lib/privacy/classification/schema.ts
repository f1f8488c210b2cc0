/** Who may see a value; an empty list = nobody, not even the system in clear (a hash, a secret). */
export type Viewer =
  | "system"
  | "oneself"
  | "hosts"
  | "staff"
  /** Staff, of whoever holds a role. */
  | "role_keepers"
  | "members"
  | "everyone"
  /** Shown only put together with others, never under five people. */
  | "counts"
  /** Whoever its owner opened the field to. */
  | "chosen_audience"
  /** Both people of a conversation, an exchange or thanks. */
  | "the_two"
  | "moderators"
  | "delegates"
  | "demonstration";

/** What it is kept for. */
export type Purpose =
  | "account"
  | "sign_in"
  | "roles"
  | "accountability"
  | "security"
  | "mails"
  | "booking"
  | "opening"
  | "calendars"
  | "profile"
  | "mutual_help"
  | "moderation"
  | "belonging"
  | "consents"
  | "reports"
  | "survey"
  | "events"
  | "network"
  | "demonstration";

/** What makes it lawful: article 6.1 of the GDPR, b, e, a and c. */
export type Basis = "contract" | "public_task" | "consent" | "legal_obligation";

/**
 * A duration counted from the clock of the table. Once over, the row goes (`delete_row`), the value is
 * emptied (`empty`), or the person is taken off it (`unlink`).
 */
export type Limit = { days?: number; months?: number; over: "delete_row" | "empty" | "unlink" };

/** `account` = until the account is erased; `always` = as long as the network; `expires` = by itself, within a day. */
export type Kept = "account" | "always" | "expires" | Limit;

/**
 * What erasing a person does: their rows go; the value is emptied (null, else its default, else
 * nothing); the pointer goes to a nameless person (`ghost`); it stays (`keep`).
 */
export type Erasure = "delete_row" | "empty" | "ghost" | "keep";

export type ColumnClass = {
  seenBy: readonly Viewer[];
  purpose: Purpose;
  basis: Basis;
  kept: Kept;
  export: boolean;
  erasure: Erasure;
  /** The value is the id of a person. */
  pointsAtPerson: boolean;
};

/**
 * How a row is somebody's: by a column with their id, through the row of another table, or by the mailbox of
 * their account where the row is nobody's (`nobodys`, in SQL): they wrote it without signing in.
 */
export type Owner = string | { column: string; table: string; key: string } | Mailbox;
type Mailbox = { column: string; nobodys: string };

/** When a row begins to grow old: the earliest of these columns; a row with none of them filled does not. */
export type Clock = { event: ClockEvent; columns: readonly string[] };
export type ClockEvent =
  | "created"
  | "ended"
  | "expired"
  | "last_message"
  | "handled"
  | "revoked"
  | "booking_over";

export type TableClass = {
  /** A row is the person's when any of these is. */
  owners: readonly Owner[];
  /** Which of them take the row away and read it on their page; left out: the one owner there is. */
  takenAwayBy?: readonly Owner[];
  /** Once that column is filled, the row is taken away by the person in the other one alone. */
  withheld?: { once: string; from: string };
  clock?: Clock;
  /** Rows of other tables that still name one by its key: it stays until they no longer do. */
  heldBy?: readonly { table: string; column: string }[];
  /** Rows go when the row of this table they belong to goes. */
  goesWith?: string;
  columns: Record<string, ColumnClass>;
};

type TableInput = Omit<ColumnClass, "pointsAtPerson"> & {
  owners: readonly Owner[];
  takenAwayBy?: TableClass["takenAwayBy"];
  withheld?: TableClass["withheld"];
  clock?: Clock;
  heldBy?: TableClass["heldBy"];
  goesWith?: string;
};
type ColumnInput = Partial<ColumnClass>;

/** Everything of `common` holds for each column, but for what the column says itself. */
export function table(common: TableInput, columns: Record<string, ColumnInput>): TableClass {
  const { owners, takenAwayBy, withheld, clock, heldBy, goesWith, ...values } = common;
  const whole = Object.entries(columns).map(([name, own]): [string, ColumnClass] => [
    name,
    { ...values, pointsAtPerson: false, ...own },
  ]);
  return {
    owners,
    ...(takenAwayBy ? { takenAwayBy } : {}),
    ...(withheld ? { withheld } : {}),
    ...(clock ? { clock } : {}),
    ...(heldBy ? { heldBy } : {}),
    ...(goesWith ? { goesWith } : {}),
    columns: Object.fromEntries(whole),
  };
}

/** A column that holds the id of a person. */
export const person = { pointsAtPerson: true } as const;
/** Not part of what its owner takes away: an internal number or a secret. */
export const internal = { export: false } as const;
/** Kept as a hash only: nobody reads it. */
export const hash = { seenBy: [], export: false } satisfies ColumnInput;

/** An account nobody uses: after so many months it is told, and so many days later erased. */
export const inactivity = { months: 24, warningDays: 30 } as const;

export type Classification = Record<string, TableClass>;
