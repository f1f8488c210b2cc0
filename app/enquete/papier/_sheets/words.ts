import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";

/** What the words of a sheet need, in the language it is asked in. */
export type SheetWords = {
  t: Awaited<ReturnType<typeof getTranslations<"paper">>>;
  locale: Locale;
  isLarge: boolean;
  /** Name of a commune, or of an answer that is none. */
  place: (value: string) => string;
  /** Answers to "which commune" that are none. */
  elsewhere: string[];
};
