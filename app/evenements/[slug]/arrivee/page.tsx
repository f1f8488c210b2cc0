import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { getArrivalPage } from "@/lib/events/arrivals/queries";
import { eventSlugInput } from "@/lib/events/attendance/schema";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { arriveAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("eventsDay"))("here.title");
  return { title, robots: { index: false } };
}

/** Where the sheet by the door leads. Opening it notes nothing: link scanners open pages too. */
export default async function ArrivalPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  if (!eventSlugInput.safeParse(slug).success) notFound();
  const [event, actor, t, language] = await Promise.all([
    orNotFound(getArrivalPage(slug)),
    currentActor(),
    getTranslations("eventsDay.here"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const person = actor.kind === "person" ? actor : null;
  const code = textOf(query["code"]).slice(0, 12);
  const when = `${formatDay(event.day, locale)}, ${formatTimes(event, event.timeZone, locale)}`;
  return (
    <div className="wrap max-w-[32rem]">
      <PageHead title={event.title} lead={`${when}, ${event.spaceName}`} />
      {textOf(query["fait"]) === "note" ? (
        <Message tone="ok" role="status">
          {t("done")}
        </Message>
      ) : (
        <ActionForm
          action={arriveAction}
          hidden={{ event: slug, id: randomUUID() }}
          className="grid gap-5"
        >
          <TextField name="name" label={t("name")} defaultValue={person?.name ?? ""} required />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            defaultValue={person?.email ?? ""}
          />
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            defaultValue={/^[\w -]+$/.test(code) ? code : ""}
            required
          />
          <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("sending")}>
            {t("send")}
          </SubmitButton>
        </ActionForm>
      )}
      <p className="small muted mt-5">{t("privacy")}</p>
    </div>
  );
}
