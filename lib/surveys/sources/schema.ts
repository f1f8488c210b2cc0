/** Where a sheet is handed out, or an answer comes from: a code that is stored, and its name. */
export type SurveySource = {
  code: string;
  kind: "own" | "partner" | "town_hall" | "space";
  /** Empty for one of ours, which has its words in the messages. */
  name: string;
};
