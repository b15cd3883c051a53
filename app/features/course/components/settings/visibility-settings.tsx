import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { GRACE_DAYS } from "../../ending/grace.ts";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { type Place, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

type Props = { place: Place; settings: CourseSettings };

/** Who can see the course, and its end. */
export function VisibilitySettings(props: Props) {
  const { t } = useTranslation("course-settings");
  const { settings } = props;
  return (
    <>
      <SettingsPart title={t("visibility.title")} text={t(`visibility.${settings.state}`)}>
        {settings.state === "published" ? (
          <p>
            <Link to={`/courses/${settings.slug}`}>{t("teach:course.publicPage")}</Link>
          </p>
        ) : null}
        {settings.manages ? <Archive {...props} /> : null}
      </SettingsPart>
      <Copies {...props} />
      {settings.manages ? <Delete {...props} /> : null}
    </>
  );
}

function Copies({ place, settings }: Props) {
  const { t } = useTranslation("course-making");
  const fields = useSettingsFields(place, { intent: "duplicate" });
  return (
    <SettingsPart title={t("duplicate.heading")} text={t("duplicate.text")}>
      <SettingsForm place={place} fields={fields} submit={<Button kind="quiet">{t("duplicate.submit")}</Button>}>
        {null}
      </SettingsForm>
      <p className="max-w-prose text-ink-2">{t("export.text")}</p>
      <p>
        <a href={`/teach/${settings.slug}/export`} download className={buttonClass({ kind: "quiet" })}>
          {t("export.open")}
        </a>
      </p>
    </SettingsPart>
  );
}

function Archive({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const archived = settings.state === "archived";
  const fields = useSettingsFields(place, { intent: archived ? "unarchive" : "archive" });
  if (archived) {
    return (
      <SettingsForm place={place} fields={fields} submit={<Button>{t("visibility.unarchive")}</Button>}>
        {null}
      </SettingsForm>
    );
  }
  const archive = (
    <ConfirmSubmit
      kind="quiet"
      label={t("visibility.archive")}
      title={t("visibility.archiveTitle")}
      text={t("visibility.archiveText")}
      confirmLabel={t("visibility.archive")}
      cancelLabel={t("ui:cancel")}
    />
  );
  return (
    <SettingsForm place={place} fields={fields} submit={archive}>
      <p className="max-w-prose text-ink-2">{t("visibility.archiveText")}</p>
    </SettingsForm>
  );
}

function Delete({ place, settings }: Props) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const fields = useSettingsFields(place, { intent: "delete" });
  const { enrolments, certificates } = settings._count;
  const consequences = [
    t("delete.hidden", { count: GRACE_DAYS }),
    ...(enrolments > 0 ? [t("delete.learners", { count: enrolments })] : []),
    certificates > 0 ? t("delete.certificates", { count: certificates }) : t("delete.gone", { count: GRACE_DAYS }),
  ];
  return (
    <SettingsPart title={t("delete.title")}>
      <ul className="ms-5 grid max-w-prose list-disc gap-1">
        {consequences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {settings.requiredBy.length > 0 ? (
        <Notice kind="warning" title={t("delete.requiredBy")}>
          <ul>
            {settings.requiredBy.map(({ slug, titles }) => (
              <li key={slug}>
                <LocalText value={pickTranslated(titles, locale)} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <SettingsForm place={place} fields={fields} submit={<Button kind="danger">{t("delete.submit")}</Button>}>
        <Field
          className="w-full max-w-md"
          label={
            <>
              {t("delete.type")} <bdi dir="ltr">{settings.slug}</bdi>
            </>
          }
          dir="ltr"
          autoComplete="off"
          required
          {...fields.line("typed", "")}
        />
      </SettingsForm>
    </SettingsPart>
  );
}
