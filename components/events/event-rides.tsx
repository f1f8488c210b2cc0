import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { RideBoard } from "@/lib/events/rides/queries";
import type { RideCount } from "@/lib/events/rides/rules";
import { RideForm } from "./ride-form";
import { RideRow } from "./ride-row";

type EventRidesProps = {
  slug: string;
  /** Null where nobody travels, or no more. */
  board: RideBoard | null;
  communes: { insee: string; name: string }[];
  actions: { offer: FormAction; ask: FormAction; withdraw: FormAction };
};

/** « Venir à plusieurs »: who drives and who looks for a seat, and how to join in. */
export async function EventRides({ slug, board, communes, actions }: EventRidesProps) {
  if (!board) return null;
  const t = await getTranslations("rides");
  return (
    <Section id="venir" title={t("title")} className="mt-10">
      {board.for === "visitor" ? (
        <Counts slug={slug} counts={board.counts} />
      ) : (
        <>
          {board.rides.length === 0 ? (
            <p className="muted">{t("none")}</p>
          ) : (
            <Rides slug={slug} board={board} withdraw={actions.withdraw} />
          )}
          <RideForm
            {...{ slug, communes }}
            kind="offer"
            home={board.home}
            action={actions.offer}
            isSaid={board.rides.some(({ isOwn, kind }) => isOwn && kind === "offer")}
          />
          <RideForm
            {...{ slug, communes }}
            kind="ask"
            home={board.home}
            action={actions.ask}
            isSaid={board.rides.some(({ isOwn, kind }) => isOwn && kind === "ask")}
          />
        </>
      )}
    </Section>
  );
}

type RidesProps = {
  slug: string;
  board: Extract<RideBoard, { for: "member" }>;
  withdraw: FormAction;
};

async function Rides({ slug, board, withdraw }: RidesProps) {
  const [t, language] = await Promise.all([getTranslations("rides"), getLocale()]);
  const neighbours = board.rides.filter(({ isNeighbour }) => isNeighbour).length;
  return (
    <>
      {neighbours > 0 ? <p className="mb-2">{t("neighbours", { count: neighbours })}</p> : null}
      <ul className="rows">
        {board.rides.map((ride) => (
          <RideRow key={ride.id} {...{ slug, ride, withdraw }} locale={localeOf(language)} />
        ))}
      </ul>
    </>
  );
}

/** How many seats by commune, without anybody's name, and the way to sign in. */
async function Counts({ slug, counts }: { slug: string; counts: RideCount[] }) {
  const t = await getTranslations("rides");
  const signIn = `/connexion?suite=${encodeURIComponent(`/evenements/${slug}`)}`;
  return (
    <>
      {counts.length === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <ul className="rows">
          {counts.map(({ commune, offered, asked }) => (
            <li key={commune}>
              <b>{commune}</b>
              <p className="muted">
                {[
                  ...(offered > 0 ? [t("offered", { count: offered })] : []),
                  ...(asked > 0 ? [t("asked", { count: asked })] : []),
                ].join(", ")}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <a className="btn btn-quiet" href={signIn}>
          {t("signIn")}
        </a>
      </p>
    </>
  );
}
