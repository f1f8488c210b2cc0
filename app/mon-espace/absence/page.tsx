import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingsToCancel } from "@/components/series/bookings-to-cancel";
import { absenceRefusalKeys } from "@/components/series/refusals";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { previewAbsence } from "@/lib/bookings/absences/queries";
import { type AbsenceRange, absenceRangeInput } from "@/lib/bookings/absences/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { requirePerson } from "@/lib/web/session";
import { cancelRangeAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("series"))("absenceTitle") };
}

export default async function AbsencePage({ searchParams }: Props) {
  const parameters = await searchParams;
  const actor = await requirePerson("/mon-espace/absence");
  const at = now();
  const [t, common] = await Promise.all([getTranslations("series"), getTranslations("common")]);
  const typed = {
    from: textOf(parameters["du"]),
    until: textOf(parameters["au"]),
    spaceSlug: textOf(parameters["lieu"]) || undefined,
  };
  const isAsked = typed.from !== "" || typed.until !== "";
  const range = absenceRangeInput.safeParse(typed);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("absenceTitle")}
        lead={t("absenceLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("mySpace"), href: "/mon-espace" }, { label: t("absenceTitle") }]}
      />
      <div className="grid gap-8">
        <Done parameters={parameters} />
        <RangeForm typed={typed} today={dayOf(at, networkTimeZone)} />
        {isAsked && range.success ? <Confirm actor={actor} range={range.data} at={at} /> : null}
        {isAsked && !range.success ? (
          <Message tone="warn" role="alert">
            {t("incomplete")}
          </Message>
        ) : null}
      </div>
    </div>
  );
}

type Typed = { from: string; until: string; spaceSlug: string | undefined };

async function RangeForm({ typed, today }: { typed: Typed; today: Day }) {
  const [t, spaces] = await Promise.all([getTranslations("series"), listSpaceNames()]);
  const date = { type: "date", min: today, required: true } as const;
  return (
    <form method="get" action="/mon-espace/absence" className="panel grid gap-4 sm:grid-cols-2">
      <TextField name="du" label={t("absenceFrom")} defaultValue={typed.from || today} {...date} />
      <TextField
        name="au"
        label={t("absenceUntil")}
        defaultValue={typed.until || addDays(today, 14)}
        {...date}
      />
      <div className="sm:col-span-2">
        <SelectField
          name="lieu"
          label={t("absenceSpace")}
          options={[
            { value: "", label: t("everySpace") },
            ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          defaultValue={typed.spaceSlug ?? ""}
        />
      </div>
      <button type="submit" className="btn btn-secondary sm:col-span-2">
        {t("absenceShow")}
      </button>
    </form>
  );
}

type ConfirmProps = { actor: PersonActor; range: AbsenceRange; at: Date };

/** The list first, counted; only then the button. */
async function Confirm({ actor, range, at }: ConfirmProps) {
  const [preview, t] = await Promise.all([
    previewAbsence(actor, range, at),
    getTranslations("series"),
  ]);
  if (!preview.ok) {
    return (
      <Message tone="warn" role="alert">
        {t(absenceRefusalKeys[preview.refusal])}
      </Message>
    );
  }
  const { cancelled, kept, awaited } = preview.value;
  if (cancelled.length + kept.length + awaited === 0) {
    return <Message tone="info">{t("absenceNothing")}</Message>;
  }
  const { from, until, spaceSlug } = range;
  return (
    <section aria-label={t("absenceTitle")} className="grid gap-4">
      {cancelled.length + kept.length > 0 ? (
        <BookingsToCancel cancelled={cancelled} kept={kept} heading="h2" />
      ) : null}
      {awaited > 0 ? <p>{t("absenceAwaited", { count: awaited })}</p> : null}
      {cancelled.length + awaited > 0 ? (
        <ActionForm
          action={cancelRangeAction}
          hidden={{ from, until, spaceSlug, expected: String(cancelled.length) }}
          className="grid gap-4"
        >
          <SubmitButton className="btn btn-danger btn-lg" pending={t("cancelling")}>
            {cancelled.length > 0
              ? t("cancelConfirm", { count: cancelled.length })
              : t("absenceConfirm")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}

async function Done({ parameters }: { parameters: SearchParameters }) {
  const t = await getTranslations("series");
  const count = (name: string) => Number(/^\d{1,4}$/.exec(textOf(parameters[name])) ?? 0);
  if (count("annulees") + count("dates") === 0) return null;
  return (
    <Message tone="ok" role="status">
      {count("annulees") > 0 ? <p>{t("absenceDone", { count: count("annulees") })}</p> : null}
      {count("dates") > 0 ? <p>{t("absenceGivenUp", { count: count("dates") })}</p> : null}
      {count("gardees") > 0 ? <p>{t("absenceKept", { count: count("gardees") })}</p> : null}
    </Message>
  );
}
