import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "@/components/host/entry-words";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { RequestToAnswer } from "@/lib/bookings/requests/queries";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTime, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type RequestsFormProps = {
  slug: string;
  timeZone: string;
  requests: RequestToAnswer[];
  action: FormAction;
};

/** Requests as ticked boxes, one reason, two buttons: several answered at once, without scripts. */
export async function RequestsForm({ slug, timeZone, requests, action }: RequestsFormProps) {
  const t = await getTranslations("verbs.requests");
  return (
    <ActionForm action={action} hidden={{ slug }} className="grid gap-6">
      <fieldset id="bookingIds">
        <legend className="mb-3 font-display text-h3 font-semibold">{t("choose")}</legend>
        {requests.map((request) => (
          <RequestOption key={request.id} request={request} timeZone={timeZone} />
        ))}
      </fieldset>
      <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="confirm" pending={t("answering")}>
          {t("confirm")}
        </SubmitButton>
        <SubmitButton
          name="answer"
          value="refuse"
          className="btn btn-danger"
          pending={t("answering")}
        >
          {t("refuse")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

async function RequestOption({
  request,
  timeZone,
}: {
  request: RequestToAnswer;
  timeZone: string;
}) {
  const [t, host, language] = await Promise.all([
    getTranslations("verbs.requests"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const name = nameOf(request, { host });
  const { id, resourceName, companions, createdAt, note, isTaken, rivals } = request;
  const made = {
    day: formatDay(dayOf(createdAt, timeZone), locale),
    time: formatTime(createdAt, timeZone, locale),
  };
  const lines = [
    `${capitalised(formatDay(request.day, locale), locale)}, ${formatTimes(request, timeZone, locale)}`,
    ...(companions.length > 0
      ? [t("companions", { count: companions.length, names: companions.join(", ") })]
      : []),
    ...(note ? [note] : []),
    t("made", made),
    ...(isTaken ? [t("taken")] : []),
    ...(rivals > 0 ? [t("rivals", { count: rivals })] : []),
  ];
  return (
    <label className="option">
      <input type="checkbox" name="bookingIds" value={id} />
      <span>
        <b>{t("who", { name, resource: resourceName })}</b>
        {lines.map((line) => (
          <small key={line} className="block">
            {line}
          </small>
        ))}
      </span>
    </label>
  );
}
