import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/text-field";
import { nameOf } from "./entry-words";

type Found = {
  search: string;
  people: { id: string; name: string }[];
  /** Too many whole addresses were tried. */
  isLimited: boolean;
};

/** A member looked for by name, in the address of the page; `kept` are the fields it must keep. */
export async function MemberSearch({
  search,
  people,
  isLimited,
  kept = {},
}: Found & { kept?: Record<string, string> }) {
  const t = await getTranslations("host");
  return (
    <>
      <form method="get" className="flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="membre"
            type="search"
            label={t("memberSearch")}
            hint={t("memberSearchHint")}
            defaultValue={search}
            maxLength={200}
          />
        </div>
        <button type="submit" className="btn btn-secondary">
          {t("memberSearchAction")}
        </button>
      </form>
      {search.trim().length > 1 ? (
        <p role="status">
          {isLimited
            ? t("tooManyLookUps")
            : t("membersFound", { count: people.length, text: search })}
        </p>
      ) : null}
    </>
  );
}

type WhoFieldProps = {
  people: Found["people"];
  /** See lib/bookings/look-ups. */
  proof: string | null;
  legendClassName: string;
  guest: { label: string; hint?: string };
};

/** Who comes: one of the members found, else somebody without an account, by a name. */
export async function WhoField({ people, proof, legendClassName, guest }: WhoFieldProps) {
  const t = await getTranslations("host");
  if (people.length === 0) {
    return <TextField name="guestName" {...guest} autoComplete="off" maxLength={80} required />;
  }
  return (
    <fieldset>
      <legend className={legendClassName}>{t("walkInWho")}</legend>
      {proof ? <input type="hidden" name="proof" value={proof} /> : null}
      {people.map((person, index) => (
        <label key={person.id} className="option">
          <input type="radio" name="personId" value={person.id} defaultChecked={index === 0} />
          <b>{nameOf(person, { host: t })}</b>
        </label>
      ))}
    </fieldset>
  );
}
