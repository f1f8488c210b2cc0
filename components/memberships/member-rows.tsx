import { getLocale, getTranslations } from "next-intl/server";
import { stepName } from "@/components/welcome/step-words";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { SpaceMember } from "@/lib/members/memberships/queries";
import { dayWords } from "./day-words";
import { MemberVerb } from "./member-verb";

type Rows = { slug: string; members: SpaceMember[] };

/** Who asks to belong, with their words, and the two answers. */
export async function RequestRows({
  slug,
  members,
  accept,
  decline,
}: Rows & { accept: FormAction; decline: FormAction }) {
  const { t, host, locale } = await wordsOf();
  return (
    <ul className="rows">
      {members.map(({ personId, name: typed, since, message }) => {
        const name = typed || host("nameless");
        const working = t("working");
        return (
          <li key={personId} className="belonging-row">
            <div className="min-w-0">
              <h3 className="break-words">{name}</h3>
              <p className="small muted">{t("asked", { day: dayWords(since, locale) })}</p>
              {message ? <p className="quoted">{message}</p> : null}
            </div>
            <div className="flex flex-wrap gap-2">
              <MemberVerb
                {...{ slug, personId }}
                words={{ label: t("accept"), named: t("acceptNamed", { name }), working }}
                action={accept}
                className="btn btn-primary"
              />
              <MemberVerb
                {...{ slug, personId }}
                words={{ label: t("decline"), named: t("declineNamed", { name }), working }}
                action={decline}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Who belongs: since when, what is left of the welcome, when they last came. */
export async function MemberRows({
  slug,
  members,
  comings,
}: Rows & { comings: ReadonlyMap<string, Day> }) {
  const { t, host, steps: stepWords, locale } = await wordsOf();
  return (
    <ul className="rows">
      {members.map(({ personId, name, since, isKept, steps }) => {
        const left = steps.filter(({ isDone }) => !isDone);
        const names = left.map((step) => stepName(step, stepWords)).join(", ");
        const came = comings.get(personId);
        const facts = [
          t("since", { day: dayWords(since, locale) }),
          came ? t("lastComing", { day: dayWords(came, locale) }) : t("neverCame"),
          ...(isKept ? [t("kept")] : []),
        ];
        return (
          <li key={personId}>
            <h3 className="break-words">
              <a href={`/hote/${slug}/membres/${personId}`}>{name || host("nameless")}</a>
            </h3>
            <p className="small muted">{facts.join(", ")}</p>
            <p className="small">
              {left.length > 0 ? t("stepsLeft", { count: left.length, names }) : t("stepsDone")}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Refused or ended lately; a host takes their own decision back. */
export async function PastRows({ slug, members, undo }: Rows & { undo: FormAction }) {
  const { t, own, host } = await wordsOf();
  return (
    <ul className="rows">
      {members.map(({ personId, name: typed, state, mayUndo }) => {
        const name = typed || host("nameless");
        const named = t("undoNamed", { name });
        return (
          <li key={personId} className="belonging-row">
            <div className="min-w-0">
              <h3 className="break-words">{name}</h3>
              <p className="small muted">{own(`states.${state}`)}</p>
            </div>
            {mayUndo ? (
              <MemberVerb
                {...{ slug, personId }}
                words={{ label: t("undo"), named, working: t("working") }}
                action={undo}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

async function wordsOf() {
  const [t, own, host, steps, language] = await Promise.all([
    getTranslations("belonging.host"),
    getTranslations("belonging.own"),
    getTranslations("host"),
    getTranslations("belonging.steps"),
    getLocale(),
  ]);
  return { t, own, host, steps, locale: localeOf(language) };
}
