import type { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { longestLine } from "@/lib/events/feedback/schema";
import { ScoreField } from "./score-field";

type FeedbackFormProps = {
  token: string;
  given: { score: number; line: string | null } | null;
  t: Awaited<ReturnType<typeof getTranslations<"eventsDay.feedback">>>;
  action: FormAction;
};

/** 0 to 10 and a line, as they were given already. */
export function FeedbackForm({ token, given, t, action }: FeedbackFormProps) {
  return (
    <ActionForm action={action} hidden={{ token }} className="mt-6 grid gap-6">
      <ScoreField legend={t("score")} hint={t("scoreHint")} value={given?.score ?? null} />
      <TextField
        name="line"
        label={t("line")}
        hint={t("lineHint")}
        defaultValue={given?.line ?? ""}
        maxLength={longestLine}
      />
      <div>
        <SubmitButton pending={t("sending")}>{given ? t("change") : t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
