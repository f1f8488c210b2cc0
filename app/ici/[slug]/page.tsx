import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Here } from "@/components/presence/here";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getPresencePage } from "@/lib/bookings/presence/queries";
import { checkInHereInput } from "@/lib/bookings/presence/schema";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { checkInHereAction, checkOutHereAction } from "./actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ code?: string | string[]; fait?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("presence"))("pageTitle"), robots: { index: false } };
}

/** Where the poster by the door leads. Opening it notes nothing: link scanners open pages too. */
export default async function HerePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [page, t] = await Promise.all([
    orNotFound(getPresencePage(await currentActor(), slug, now())),
    getTranslations("presence"),
  ]);
  const { space } = page;
  const code = checkInHereInput.shape.code.safeParse(query.code);
  const done = query.fait === "arrivee" || query.fait === "depart" ? query.fait : null;
  return (
    <div className="wrap max-w-[32rem]">
      <PageHead
        title={t("pageTitle")}
        lead={t("lead", { space: space.name, commune: space.communeName })}
      />
      <div className="grid gap-5">
        {done ? (
          <Message tone="ok" role="status">
            {done === "arrivee" ? t("checkedIn") : t("checkedOut")}
          </Message>
        ) : null}
        <Here
          page={page}
          code={code.success && /^[\w -]+$/.test(code.data) ? code.data : ""}
          checkIn={checkInHereAction}
          checkOut={checkOutHereAction}
        />
      </div>
    </div>
  );
}
