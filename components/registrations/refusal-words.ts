import type { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { Refused } from "@/lib/core/result";
import { registrationRefusalKeys } from "./refusals";

type Words = {
  t: Awaited<ReturnType<typeof getTranslations<"eventsRegister">>>;
  forms: Awaited<ReturnType<typeof getTranslations<"forms">>>;
};

/** What a refusal of a registration comes with, each where it has one. */
const dataOf = z.object({
  left: z.number().optional(),
  token: z.string().optional(),
  problems: z
    .array(
      z.object({
        field: z.string(),
        problem: z.enum(["required", "invalidValue", "tooLong", "atMost"]),
        most: z.number().optional(),
      }),
    )
    .optional(),
});

/** A refusal in words: at its fields, with how many seats there are, or with the link to what there is already. */
export function registrationRefusalWords(
  { refusal, data }: Refused<keyof typeof registrationRefusalKeys>,
  { t, forms }: Words,
) {
  const { left = 0, token, problems } = dataOf.safeParse(data ?? {}).data ?? {};
  const message = t(registrationRefusalKeys[refusal], { left });
  if (problems) {
    const fields = problems.map(({ field, problem, most = 0 }) => {
      return [field, problem === "atMost" ? forms(problem, { most }) : forms(problem)] as const;
    });
    return { message, fields: Object.fromEntries(fields) };
  }
  const alternatives: AlternativeLink[] = token
    ? [{ label: t("form.manage"), href: `/evenements/inscription/${token}` }]
    : [];
  return { message, data: { alternatives } };
}
