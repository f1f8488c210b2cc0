import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ClosurePreview as Preview } from "@/lib/bookings/closures/queries";
import type { ClosureFields } from "@/lib/bookings/closures/rules";
import { mostHits } from "@/lib/bookings/hits/schema";
import type { FormAction } from "@/lib/core/form-state";
import { HitChoices, type HitEvents } from "./hit-choices";
import { closureRefusalKeys } from "./refusals";

type ClosurePreviewProps = {
  preview: Preview;
  /** When, in words. */
  title: string;
  fields: ClosureFields;
  /** Null = the network. */
  space: { slug: string; resourceId: string | null } | null;
  action: FormAction;
  /** Events whose rooms are hit, by booking. */
  events: HitEvents;
};

/** Whom it hits and what becomes of each, and only then the button that closes. */
export async function ClosurePreview({
  preview,
  title,
  fields,
  space,
  action,
  events,
}: ClosurePreviewProps) {
  const t = await getTranslations("closures");
  if (!preview.ok) return <Message tone="warn">{t(closureRefusalKeys[preview.refusal])}</Message>;
  const { hits, list, isTooLong } = preview;
  const isHours = fields.part === "hours";
  const hidden = {
    slug: space?.slug,
    resourceId: space?.resourceId ?? undefined,
    first: fields.first,
    last: fields.last || undefined,
    part: fields.part,
    from: isHours ? fields.from : undefined,
    until: isHours ? fields.until : undefined,
    list,
    // Nobody is hit, nothing is asked: the answer is the one of before.
    all: hits.length === 0 ? "cancel" : undefined,
  };
  const confirm = space ? "confirm" : "networkConfirm";
  return (
    <section aria-labelledby="touchees">
      <p className="muted small">{title}</p>
      <h2 id="touchees">{t("hits", { count: hits.length })}</h2>
      {hits.length > 0 ? <p className="mt-1">{t("hitsLead")}</p> : null}
      {isTooLong ? (
        <Message tone="warn">{t("tooLong", { count: mostHits })}</Message>
      ) : (
        <ActionForm action={action} hidden={hidden} className="mt-6 grid gap-6">
          <HitChoices
            hits={hits}
            initial={space?.resourceId ? "move" : "cancel"}
            isNetwork={space === null}
            events={events}
          />
          <TextField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            autoComplete="off"
            maxLength={200}
            required
          />
          <SubmitButton className="btn btn-danger btn-lg justify-self-start" pending={t("closing")}>
            {t(confirm, { count: hits.length })}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
