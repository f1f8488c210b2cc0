import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { getRecipient } from "@/lib/members/conversations/queries";
import { longestMessage } from "@/lib/members/conversations/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { startConversationAction } from "../actions";

type Props = { searchParams: Promise<Partial<Record<"a" | "annonce", string | string[]>>> };

const someId = z.uuid();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function NewMessagePage({ searchParams }: Props) {
  const { a, annonce } = await searchParams;
  const id = someId.safeParse(annonce ?? a).data;
  const target = annonce === undefined ? { to: id } : { adId: id };
  const query = annonce === undefined ? `a=${id ?? ""}` : `annonce=${id ?? ""}`;
  const actor = await requirePerson(`/messages/nouveau?${query}`);
  if (!id) notFound();
  const [{ person, ad, conversationId }, t, common] = await Promise.all([
    orNotFound(getRecipient(actor, target)),
    getTranslations("conversations"),
    getTranslations("common"),
  ]);
  if (person.id === actor.personId) redirect(`/annonces/${ad?.id}`);
  if (conversationId) redirect(`/messages/${conversationId}`);
  const title = t("new.title", { name: person.name ?? common("someone") });
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={title}
        lead={t("new.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/messages" }, { label: title }]}
      />
      {ad ? (
        <p className="mb-5 wrap-anywhere">
          <a href={`/annonces/${ad.id}`}>{t("about", { title: ad.title })}</a>
        </p>
      ) : null}
      <ActionForm
        action={startConversationAction}
        hidden={ad ? { adId: ad.id } : { to: person.id }}
        className="grid gap-5"
      >
        <TextAreaField
          name="text"
          label={t("new.text")}
          hint={t("new.textHint")}
          maxLength={longestMessage}
          rows={7}
          required
        />
        <div>
          <SubmitButton pending={t("thread.sending")}>{t("thread.send")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
