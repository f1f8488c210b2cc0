import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { AdView } from "@/lib/members/ads/queries";
import { usualDays } from "@/lib/members/ads/schema";

export type OwnAdActions = { close: FormAction; reopen: FormAction; renew: FormAction };

type OwnAdGesturesProps = {
  ad: AdView;
  actions: OwnAdActions;
  /** How many people answered, where that is known. */
  answers?: number;
};

/** What its author can do with an ad, by its state; each can be taken back by another. */
export async function OwnAdGestures({ ad, actions, answers = 0 }: OwnAdGesturesProps) {
  const [t, form] = await Promise.all([getTranslations("ads.mine"), getTranslations("ads.form")]);
  const hidden = { adId: ad.id };
  const { title } = ad;
  const isClosed = ad.state === "closed";
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
      {answers > 0 ? (
        <a className="btn btn-quiet" href="/messages">
          {t("answers", { count: answers })}
        </a>
      ) : null}
      <a
        className="btn btn-quiet"
        href={`/annonces/${ad.id}/modifier`}
        aria-label={t("editLabel", { title })}
      >
        {t("edit")}
      </a>
      {isClosed ? (
        <ActionForm action={actions.reopen} hidden={hidden}>
          <SubmitButton
            className="btn btn-quiet"
            pending={form("sending")}
            label={t("reopenLabel", { title })}
          >
            {t("reopen")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <>
          <ActionForm action={actions.renew} hidden={hidden}>
            <SubmitButton
              className="btn btn-quiet"
              pending={form("sending")}
              label={t("renewLabel", { title, days: usualDays })}
            >
              {t("renew")}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={actions.close} hidden={hidden}>
            <SubmitButton
              className="btn btn-quiet"
              pending={form("sending")}
              label={t("closeLabel", { title })}
            >
              {t("close")}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </div>
  );
}
