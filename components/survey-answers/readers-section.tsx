import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/core/day";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Reader } from "@/lib/surveys/readers/schema";

type ReadersSectionProps = {
  slug: string;
  readers: Reader[];
  first: Day;
  last: Day;
  locale: Locale;
  name: FormAction;
  withdraw: FormAction;
};

/** Who may read the answers, why and until when; administrators name them here. */
export async function ReadersSection(props: ReadersSectionProps) {
  const t = await getTranslations("surveyAnswers");
  const { slug, readers, first, last, locale, name, withdraw } = props;
  return (
    <Section id="acces" title={t("readers")} className="mt-12">
      <p className="muted mb-5 max-w-measure">{t("readersLead")}</p>
      <ActionForm action={name} hidden={{ slug }} className="panel grid gap-5">
        <TextField
          name="courriel"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="off"
          maxLength={254}
          required
        />
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={300}
          required
        />
        <TextField
          name="endsOn"
          type="date"
          label={t("endsOn")}
          min={first}
          max={last}
          autoComplete="off"
          required
        />
        <p>
          <SubmitButton pending={t("pending")}>{t("name")}</SubmitButton>
        </p>
      </ActionForm>
      {readers.length === 0 ? <p className="muted mt-5">{t("nobody")}</p> : null}
      <ul className="roles mt-5">
        {readers.map((reader) => (
          <ReaderLine key={reader.id} reader={reader} locale={locale} withdraw={withdraw} />
        ))}
      </ul>
    </Section>
  );
}

type ReaderLineProps = { reader: Reader; locale: Locale; withdraw: FormAction };

async function ReaderLine({ reader, locale, withdraw }: ReaderLineProps) {
  const t = await getTranslations("surveyAnswers");
  const dayWords = (day: Day) => `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  const name = reader.name ?? reader.email ?? t("nameless");
  return (
    <li className="role">
      <div className="role-who">
        <b>{name}</b>
        <span>{reader.reason}</span>
        <span className="small muted">
          {t(`state.${reader.state}`, { day: dayWords(reader.endsOn) })}{" "}
          {t("by", { day: dayWords(reader.grantedOn), name: reader.grantedBy ?? t("nameless") })}
        </span>
      </div>
      {reader.state === "reads" ? (
        <ActionForm action={withdraw} hidden={{ id: reader.id }}>
          <SubmitButton
            className="btn btn-quiet"
            pending={t("pending")}
            label={t("withdrawNamed", named(name))}
          >
            {t("withdraw")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}
