import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { VersionView } from "@/lib/surveys/versions/schema";
import { versionPages } from "./addresses";

/** Whether an edit changes this version or makes the next one, said before it is made. */
export async function VersionBanner({ view, isSaved }: { view: VersionView; isSaved: boolean }) {
  const t = await getTranslations("questionnaires");
  const { survey, version, others, isKept } = view;
  const draft = others.find((each) => each.version > version && !each.isKept);
  return (
    <>
      {isSaved ? (
        <Message tone="ok" role="status">
          {t("saved", { version })}
        </Message>
      ) : null}
      {isKept && draft ? (
        <Message tone="info">
          <p>{t("keptWithDraft", { version, draft: draft.version })}</p>
          <a href={versionPages({ survey, version: draft.version }).version}>
            {t("openDraft", { draft: draft.version })}
          </a>
        </Message>
      ) : null}
      {isKept && !draft ? (
        <Message tone="info">
          {t("kept", { version, next: Math.max(...others.map((each) => each.version)) + 1 })}
        </Message>
      ) : null}
    </>
  );
}
