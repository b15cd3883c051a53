import type { ReactNode } from "react";
import { localTimeOf } from "#app/platform/clock/local-time.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { type ActAnswer, useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import type { LearnerPage } from "../find-learner.server.ts";
import { ActForm } from "./act-form.tsx";

type ActsProps = { page: LearnerPage; answer: ActAnswer };

/** What may be done for a learner: her time in the course, a lesson that is waived, and her place. */
export function LearnerActs({ page, answer }: ActsProps) {
  const { t } = useTranslation("learner");
  const isActive = page.place.state === "active";
  return (
    <Card as="section" aria-labelledby="acts" className="grid gap-2">
      <h2 id="acts" className="font-bold font-read text-2xl">
        {t("do.title")}
      </h2>
      <Access page={page} answer={answer} />
      {isActive ? <Waive page={page} answer={answer} /> : null}
      <Place page={page} answer={answer} />
    </Card>
  );
}

type ActProps = { title: string; text: string; open: boolean; children?: ReactNode };

function Act({ title, text, open, children }: ActProps) {
  return (
    <Disclosure summary={title} open={open} className="border-line border-t">
      <p className="mb-4 max-w-prose text-ink-2">{text}</p>
      {children}
    </Disclosure>
  );
}

function Access({ page: { place }, answer }: ActsProps) {
  const { t } = useTranslation("learner");
  const { timeZone } = usePageContext().formats;
  const fields = useActFields({ answer, intent: "access", actKey: "" });
  const options = (["always", "until"] as const).map((value) => ({ value, label: t(`do.access.${value}`) }));
  const saved = place.accessUntil ? localTimeOf(place.accessUntil, timeZone) : "";
  return (
    <Act title={t("do.access.title")} text={t("do.access.text")} open={fields.refused}>
      <ActForm intent="access" fields={fields} hidden={{ timeZone }} consequence={t("do.access.consequence")}>
        <RadioGroup
          legend={t("do.access.legend")}
          options={options}
          required
          {...fields.line("access", place.accessUntil ? "until" : "always")}
        />
        <Field
          type="datetime-local"
          label={t("do.access.moment")}
          hint={t("do.access.zone", { zone: timeZone })}
          {...fields.line("until", saved)}
        />
      </ActForm>
    </Act>
  );
}

function Waive({ page: { outline }, answer }: ActsProps) {
  const { t } = useTranslation("learner");
  const fields = useActFields({ answer, intent: "waive", actKey: "" });
  const open = outline.flatMap(({ lessons }) => lessons).filter(({ completed }) => !completed);
  if (open.length === 0) return null;
  const options = open.map(({ id, title }) => ({ value: id, label: title.text, lang: title.locale }));
  return (
    <Act title={t("do.waive.title")} text={t("do.waive.text")} open={fields.refused}>
      <ActForm intent="waive" fields={fields} consequence={t("do.waive.consequence")}>
        <Select
          className="w-full max-w-xl"
          label={t("do.waive.lesson")}
          required
          options={[{ value: "", label: t("do.waive.choose") }, ...options]}
          {...fields.line("lesson")}
        />
      </ActForm>
    </Act>
  );
}

function Place({ page: { place }, answer }: ActsProps) {
  const { t } = useTranslation("learner");
  const intent = place.state === "active" ? "takeOut" : "putBack";
  const fields = useActFields({ answer, intent, actKey: "" });
  if (intent === "putBack" && !place.mayPutBack) {
    const why = place.state === "suspended" ? "do.putBack.suspended" : "do.putBack.takenBack";
    return <Act title={t("do.putBack.title")} text={t(why)} open />;
  }
  return (
    <Act title={t(`do.${intent}.title`)} text={t(`do.${intent}.text`)} open={fields.refused}>
      {intent === "putBack" && place.revokedAt ? (
        <Notice kind="warning" className="mb-4 max-w-prose">
          {t("do.putBack.byAdmin")}
        </Notice>
      ) : null}
      <ActForm
        intent={intent}
        fields={fields}
        danger={intent === "takeOut"}
        consequence={t(`do.${intent}.consequence`)}
      />
    </Act>
  );
}
