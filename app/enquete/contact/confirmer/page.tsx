import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmContactAction, stopContactAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  return { title: t("contactLink.title"), robots: { index: false } };
}

/** Where the mail leads: a button says yes, another stops; following the link alone does nothing. */
export default async function ContactLinkPage({ searchParams }: Props) {
  const [t, parameters] = await Promise.all([getTranslations("survey.contactLink"), searchParams]);
  const given = parameters["jeton"];
  const token = typeof given === "string" ? given.slice(0, 60) : "";
  const done = parameters["fait"];
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} lead={t("lead")} />
      {done === "oui" || done === "non" ? (
        <Message tone="ok" role="status">
          {t(done === "oui" ? "confirmed" : "stopped")}
        </Message>
      ) : null}
      {token === "" ? null : (
        <div className="mt-6 flex flex-wrap gap-4">
          {done === "oui" ? null : (
            <ActionForm action={confirmContactAction} hidden={{ token }}>
              <SubmitButton pending={t("going")}>{t("confirm")}</SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={stopContactAction} hidden={{ token }}>
            <SubmitButton className="btn btn-secondary" pending={t("going")}>
              {t("stop")}
            </SubmitButton>
          </ActionForm>
        </div>
      )}
    </div>
  );
}
