import { MessageSquare } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ListedPerson } from "@/lib/members/directory/queries";
import { Avatar } from "./avatar";
import { Marked } from "./marked";

type PersonRowProps = {
  person: ListedPerson;
  /** Of the search, marked where they are found. */
  words?: readonly string[];
  /** Visitors have nobody to write to. */
  mayWrite: boolean;
};

/** Somebody of the directory: what they do and where, what they offer and look for, one « Écrire ». */
export async function PersonRow({ person: { id, content }, words = [], mayWrite }: PersonRowProps) {
  const t = await getTranslations("directory");
  const { name, photo, activity, usualSpace, rhythm, skills, teaches, seeks } = content;
  const where = [usualSpace?.name, rhythm].filter((text) => text !== undefined && text !== null);
  const about = [activity, where.join(", ")].filter((text) => text).join(" · ");
  const lines = [
    [t("offers"), [...skills, ...teaches]],
    [t("seeks"), seeks],
  ] as const;
  return (
    <li className="person-row">
      <Avatar id={id} name={name} photo={photo} />
      <div className="min-w-0">
        <h3>
          <a href={`/membres/${id}`}>
            <Marked text={name} words={words} />
          </a>
        </h3>
        {about ? (
          <p className="muted small">
            <Marked text={about} words={words} />
          </p>
        ) : null}
        <dl className="person-lines">
          {lines.map(([label, things]) =>
            things.length > 0 ? (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Marked text={things.join(", ")} words={words} />
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
      {mayWrite ? (
        <div className="end">
          <a className="btn btn-secondary" href={`/messages/nouveau?a=${id}`}>
            <MessageSquare size={18} strokeWidth={1.75} aria-hidden />
            <span aria-hidden="true">{t("write")}</span>
            <span className="sr-only">{t("writeLabel", { name })}</span>
          </a>
        </div>
      ) : null}
    </li>
  );
}
