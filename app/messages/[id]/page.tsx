import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BlockPanel } from "@/components/members/block-panel";
import { calledBy } from "@/components/members/called";
import { ThreadForms } from "@/components/messages/thread-forms";
import { ThreadMessages } from "@/components/messages/thread-messages";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/infra/clock";
import { markConversationRead } from "@/lib/members/conversations/commands";
import { getConversation } from "@/lib/members/conversations/queries";
import { conversationIdInput } from "@/lib/members/conversations/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { blockPersonAction } from "../../membres/[id]/actions";
import {
  replyToConversationAction,
  resumeConversationAction,
  stopConversationAction,
} from "../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ envoye?: string | string[] }>;
};

const actions = {
  reply: replyToConversationAction,
  stop: stopConversationAction,
  resume: resumeConversationAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const [{ id }, { envoye }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/messages/${id}`);
  if (!conversationIdInput.safeParse({ conversationId: id }).success) notFound();
  const [thread, t, common] = await Promise.all([
    orNotFound(getConversation(actor, id)),
    getTranslations("conversations"),
    getTranslations("common"),
  ]);
  await orNotFound(markConversationRead(actor, { conversationId: id }));
  const name = calledBy(thread.other, common);
  const title = t("thread.title", { name });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={title}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/messages" }, { label: title }]}
      />
      {thread.ad ? (
        <p className="muted -mt-3 mb-5 wrap-anywhere">{t("about", { title: thread.ad.title })}</p>
      ) : null}
      {envoye ? (
        <div className="mb-5">
          <Message tone="ok" role="status">
            {t("thread.sent")}
          </Message>
        </div>
      ) : null}
      <ThreadMessages thread={thread} name={name} at={now()} />
      <div className="mt-8">
        <ThreadForms thread={thread} name={name} email={actor.email} actions={actions} />
      </div>
      {thread.other.isGone ? null : (
        <BlockPanel id={thread.other.id} name={name} block={blockPersonAction} />
      )}
    </div>
  );
}
