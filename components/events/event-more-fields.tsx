import { getTranslations } from "next-intl/server";
import { CheckList } from "@/components/ui/check-list";
import { Fold } from "@/components/ui/fold";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { clockText } from "@/lib/core/day";
import type { EventFields } from "@/lib/events/editing/schema";
import { questionRows } from "@/lib/events/forms/rows/schema";
import { accessCodes, longest, questionKinds } from "@/lib/events/schema";

type Fields = { fields: EventFields };

type Given = { habilitations: readonly { id: string; name: string }[] };

/** What most events leave as it is, each part folded. */
export async function MoreFields({ fields, habilitations }: Fields & Given) {
  return (
    <>
      <PracticalFields fields={fields} />
      <HabilitationField fields={fields} habilitations={habilitations} />
      <ProgrammeFields fields={fields} />
      <QuestionFields fields={fields} />
      <MinimumFields fields={fields} />
    </>
  );
}

async function PracticalFields({ fields }: Fields) {
  const [t, words] = await Promise.all([
    getTranslations("eventsEdit.form"),
    getTranslations("events.access"),
  ]);
  const { bring, access, accessNote } = fields;
  const isSaid = bring !== null || access.length > 0 || accessNote !== null;
  return (
    <Fold
      title={t("practicalTitle")}
      about={t("practicalAbout")}
      isOpen={isSaid}
      fields={["bring", "access", "accessNote"]}
    >
      <TextField
        name="bring"
        label={t("bring")}
        defaultValue={bring ?? ""}
        maxLength={longest.bring}
      />
      <CheckList
        name="access"
        legend={t("access")}
        options={accessCodes.map((value) => ({ value, label: words(value) }))}
        defaultValues={access}
      />
      <TextField
        name="accessNote"
        label={t("accessNote")}
        defaultValue={accessNote ?? ""}
        maxLength={longest.accessNote}
      />
    </Fold>
  );
}

/** An induction: whoever is present may then use what asks for it. */
async function HabilitationField({ fields, habilitations }: Fields & Given) {
  if (habilitations.length === 0) return null;
  const t = await getTranslations("eventsEdit.form");
  return (
    <Fold
      title={t("habilitationTitle")}
      about={t("habilitationAbout")}
      isOpen={fields.habilitationId !== null}
      fields={["habilitationId"]}
    >
      <SelectField
        name="habilitationId"
        label={t("habilitation")}
        options={[
          { value: "", label: t("noHabilitation") },
          ...habilitations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={fields.habilitationId ?? ""}
      />
    </Fold>
  );
}

async function ProgrammeFields({ fields }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  const steps = fields.programme.map(({ minute, text }) => `${clockText(minute)} ${text}`);
  return (
    <Fold
      title={t("programmeTitle")}
      about={t("programmeAbout")}
      isOpen={steps.length > 0}
      fields={["programme"]}
    >
      <TextAreaField
        name="programme"
        label={t("programme")}
        hint={t("programmeHint")}
        maxLength={3_000}
        rows={5}
        defaultValue={steps.join("\n")}
      />
    </Fold>
  );
}

async function QuestionFields({ fields }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  const names = questionRows.flatMap((row) => [`question${row}Label`, `question${row}Options`]);
  return (
    <Fold
      title={t("questionsTitle")}
      about={t("questionsAbout")}
      isOpen={fields.questions.length > 0}
      fields={names}
    >
      {questionRows.map((row) => (
        <QuestionRow key={row} row={row} fields={fields} />
      ))}
    </Fold>
  );
}

async function QuestionRow({ row, fields }: Fields & { row: number }) {
  const t = await getTranslations("eventsEdit.form");
  const question = fields.questions[row - 1];
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-bold">{t("questionLegend", { row })}</legend>
      {question?.id ? <input type="hidden" name={`question${row}Id`} value={question.id} /> : null}
      <TextField
        name={`question${row}Label`}
        label={t("questionLabel")}
        defaultValue={question?.label ?? ""}
        maxLength={longest.question}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name={`question${row}Kind`}
          label={t("questionKind")}
          options={questionKinds.map((value) => ({ value, label: t(`questionKinds.${value}`) }))}
          defaultValue={question?.kind ?? "text"}
        />
        <SelectField
          name={`question${row}Required`}
          label={t("questionRequired")}
          options={[
            { value: "no", label: t("optional") },
            { value: "yes", label: t("required") },
          ]}
          defaultValue={question?.required ? "yes" : "no"}
        />
      </div>
      <TextAreaField
        name={`question${row}Options`}
        label={t("questionOptions")}
        maxLength={1_200}
        rows={3}
        defaultValue={(question?.options ?? []).join("\n")}
      />
    </fieldset>
  );
}

async function MinimumFields({ fields }: Fields) {
  const t = await getTranslations("eventsEdit.form");
  const { minimum } = fields;
  return (
    <Fold
      title={t("minimumTitle")}
      about={t("minimumAbout")}
      isOpen={minimum !== null}
      fields={["minimumPeople", "minimumDay", "minimumTime"]}
    >
      <NumberField
        name="minimumPeople"
        label={t("minimumPeople")}
        hint={t("minimumPeopleHint")}
        value={minimum?.people ?? null}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="minimumDay"
          type="date"
          label={t("minimumDay")}
          defaultValue={minimum?.day ?? ""}
        />
        <TextField
          name="minimumTime"
          type="time"
          label={t("minimumTime")}
          defaultValue={clockText(minimum?.minute ?? 720)}
        />
      </div>
    </Fold>
  );
}
