import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ReleasePage } from "../find-release-page.server.ts";
import { FindingsList } from "./findings-list.tsx";

type Page = Pick<ReleasePage, "course" | "findings" | "lessonTitles" | "lessonKinds" | "outside">;

/** The check list of a draft: what must be mended before a release, and what had better be. */
export function FindingsSection({ page }: { page: Page }) {
  const { t } = useTranslation("release");
  const { findings, course, lessonTitles, lessonKinds } = page;
  const errors = findings.filter(({ level }) => level === "error");
  const warnings = findings.filter(({ level }) => level === "warning");
  const list = { course: course.slug, lessonTitles, lessonKinds };
  return (
    <section aria-labelledby="checks" className="grid gap-3">
      <h2 id="checks" className="font-bold font-read text-2xl">
        {t("checks.title")}
      </h2>
      {errors.length === 0 ? (
        <Notice kind="success">{t("lead")}</Notice>
      ) : (
        <>
          <h3 className="font-semibold">{t("problems", { count: errors.length })}</h3>
          <FindingsList {...list} findings={errors} />
        </>
      )}
      {warnings.length > 0 ? (
        <>
          <h3 className="font-semibold">{t("warnings", { count: warnings.length })}</h3>
          <FindingsList {...list} findings={warnings} />
        </>
      ) : null}
      <OutsideLinks outside={page.outside} />
    </section>
  );
}

function OutsideLinks({ outside: { all, tried, checkedAt } }: Pick<Page, "outside">) {
  const { t } = useTranslation("release");
  const formats = useFormats();
  if (all === 0) return null;
  return (
    <Form method="post" action="" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="intent" value="try-links" />
      <p className="min-w-0 flex-1 basis-64 text-ink-2 text-sm">
        {t("links.count", { count: all })}{" "}
        {checkedAt ? t("links.tried", { tried, date: formats.moment(checkedAt) }) : t("links.never")}
      </p>
      <Button kind="quiet" size="s" type="submit">
        {t("links.try")}
      </Button>
    </Form>
  );
}
