import { z } from "zod";
import { CourseRule } from "#app/features/certificate/components/rules/course-rule.tsx";
import { rulesHref } from "#app/features/certificate/rules/rule-filters.ts";
import { CatalogueSettings } from "#app/features/course/components/settings/catalogue-settings.tsx";
import { CohortSettings } from "#app/features/course/components/settings/cohort-settings.tsx";
import { CompletionSettings } from "#app/features/course/components/settings/completion-settings.tsx";
import { EnrolmentSettings } from "#app/features/course/components/settings/enrolment-settings.tsx";
import { LanguageSettings } from "#app/features/course/components/settings/language-settings.tsx";
import { SettingsPart } from "#app/features/course/components/settings/settings-form.tsx";
import { SettingsNav } from "#app/features/course/components/settings/settings-nav.tsx";
import { VisibilitySettings } from "#app/features/course/components/settings/visibility-settings.tsx";
import { findCourseSettings } from "#app/features/course/settings/find-course-settings.server.ts";
import { settingsSections } from "#app/features/course/settings/settings-sections.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/settings";
import { settingsActions } from "./settings-actions.server.ts";

const params = z.object({ course: z.string() });
const search = z.object({ section: z.enum(settingsSections).catch("catalogue") });

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: async ({ personCtx, params, search: { section } }) => {
    const ctx = personCtx();
    const settings = await findCourseSettings(ctx, params);
    const changeRuleAt = isAdmin(ctx.actor) ? rulesHref({ kind: "courses", q: settings.slug }) : null;
    return { settings, section, changeRuleAt };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  search,
  intents: [
    "texts",
    "address",
    "place",
    "cover",
    "add-language",
    "remove-language",
    "source-language",
    "price",
    "enrolment",
    "cohort",
    "remove-cohort",
    "add-prerequisite",
    "remove-prerequisite",
    "completion",
    "archive",
    "unarchive",
    "delete",
    "duplicate",
  ],
  act: (input) => settingsActions(input),
});

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("course-settings");
  const { locale } = usePageContext().formats;
  const { settings, section } = loaderData;
  const title = pickTranslated(settings.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${t(`sections.${section}`)} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${settings.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} />
      <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <SettingsNav course={settings.slug} section={section} />
        <div className="grid min-w-0 max-w-3xl content-start gap-6">
          <Section {...loaderData} answer={actionData} />
        </div>
      </div>
    </Container>
  );
}

type Shown = Route.ComponentProps["loaderData"] & { answer: Route.ComponentProps["actionData"] };

function Section({ settings, section, changeRuleAt, answer }: Shown) {
  const { t } = useTranslation("course-settings");
  const place = { course: settings.slug, section, answer };
  if (section === "catalogue") return <CatalogueSettings place={place} settings={settings} />;
  if (section === "languages") return <LanguageSettings place={place} settings={settings} />;
  if (section === "enrolment") return <EnrolmentSettings place={place} settings={settings} />;
  if (section === "cohorts") return <CohortSettings place={place} settings={settings} />;
  if (section === "visibility") return <VisibilitySettings place={place} settings={settings} />;
  const { certificateRule: rule, certificateMonths: months, certificatePaid: paid } = settings;
  return (
    <>
      <CompletionSettings place={place} settings={settings} />
      <SettingsPart title={t("certificate.title")} text={t("certificate.text")}>
        <CourseRule rule={{ rule, months, paid }} changeAt={changeRuleAt} />
      </SettingsPart>
    </>
  );
}
