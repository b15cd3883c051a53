import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames, locales } from "#app/platform/i18n/locales.ts";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ReadLines } from "#app/ui/read-lines.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { findInvitationCourses } from "../invitations/find-invitations.server.ts";
import { type PeopleLook, standings } from "../invitations/people-look.ts";

/** The addresses to invite: written, pasted or in a file. Nothing is sent before they were looked at. */
export function ListForm({ typed, refused, again }: { typed: string; refused: string | undefined; again: boolean }) {
  const { t } = useTranslation("people");
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-4">
      <TextArea
        name="text"
        label={t("invite.addresses")}
        hint={t("invite.addressesHint")}
        rows={8}
        dir="auto"
        defaultValue={typed}
        error={refused ? translateMessage(t, refused) : undefined}
      />
      <FileField
        name="file"
        label={t("invite.file")}
        hint={t("invite.fileHint")}
        words={{ choose: t("ui:file.choose"), none: t("ui:file.none") }}
        accept=".csv,.txt,text/csv,text/plain"
      />
      <div>
        <Button name="intent" value="look" kind={again ? "quiet" : "primary"}>
          {t("invite.look")}
        </Button>
      </div>
    </Form>
  );
}

/** What inviting a list would do, line by line. */
export function LookReport({ look }: { look: PeopleLook }) {
  const { t } = useTranslation("people");
  const { number } = useFormats();
  const { counts } = look;
  const told = standings.filter((standing) => standing !== "ok" && counts[standing] > 0);
  return (
    <section aria-labelledby="look" className="grid gap-4">
      <h2 id="look" className="font-bold font-read text-2xl">
        {t("look.title")}
      </h2>
      <Notice kind={told.length > 0 ? "warning" : "info"} title={t("look.ok", { count: counts.ok })}>
        {told.length > 0 ? (
          <ul>
            {told.map((standing) => (
              <li key={standing}>{t(`look.counted.${standing}`, { count: counts[standing] })}</li>
            ))}
          </ul>
        ) : null}
      </Notice>
      <ReadLines
        label={t("look.title")}
        line={t("look.line")}
        lines={look.rows.map(({ line, name, address, standing }) => ({
          key: `${line} ${address} ${standing}`,
          number: number(line),
          name,
          address,
          standing: <Tag kind={standing === "ok" ? "tile" : "plain"}>{t(`look.standing.${standing}`)}</Tag>,
        }))}
      />
      {look.more > 0 ? <p className="text-ink-2 text-sm">{t("look.more", { count: look.more })}</p> : null}
    </section>
  );
}

type SendFormProps = {
  packed: string;
  courses: Awaited<ReturnType<typeof findInvitationCourses>>;
  result: SubmissionResult<string[]> | undefined;
};

/** Invites those who were looked at: in which language, and into which courses. */
export function SendForm({ packed, courses, result }: SendFormProps) {
  const { t } = useTranslation("people");
  const { locale } = usePageContext().formats;
  const { form, field, typed } = useFormErrors(result);
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-5">
      <FormErrors messages={form} />
      <input type="hidden" name="invitees" value={packed} />
      <Select
        className="max-w-72"
        name="language"
        label={t("invite.language")}
        options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
        defaultValue={locale}
      />
      {courses.length > 0 ? (
        <fieldset>
          <legend className="font-semibold">{t("invite.courses")}</legend>
          <p className="text-ink-2 text-sm">{t("invite.coursesHint")}</p>
          <div className="mt-2 grid max-h-72 gap-1 overflow-y-auto rounded border border-line bg-surface px-4 py-2">
            {courses.map(({ id, title }) => (
              <Checkbox key={id} name="courses" value={id} label={<LocalText value={title} />} />
            ))}
          </div>
        </fieldset>
      ) : null}
      <Field
        className="max-w-xl"
        name="reason"
        label={t("acts.reason")}
        dir="auto"
        maxLength={500}
        required
        autoComplete="off"
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <div>
        <Button name="intent" value="invite">
          {t("invite.send")}
        </Button>
      </div>
    </Form>
  );
}
