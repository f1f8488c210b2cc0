/** Domains of mutual help, of profiles and of ads; their names are in messages (mutual-help). */
export const themes = [
  "admin",
  "digital",
  "image",
  "building",
  "languages",
  "farming",
  "transport",
  "other",
] as const;
