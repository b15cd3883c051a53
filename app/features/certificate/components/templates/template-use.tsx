import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

type TemplateUseProps = { id: string; courses: number; programmes: number };

/** How many courses and programmes certify with a template, and the way to them. */
export function TemplateUse({ id, courses, programmes }: TemplateUseProps) {
  const { t } = useTranslation("certificate-template");
  const link = (kind: "courses" | "programmes", count: number) => (
    <Link
      to={`/admin/certificates/rules?kind=${kind}&template=${id}`}
      className="inline-flex min-h-11 items-center sm:min-h-0"
    >
      {t(`use.${kind}`, { count })}
    </Link>
  );
  if (courses + programmes === 0) return <span>{t("use.none")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      {courses > 0 ? link("courses", courses) : null}
      {programmes > 0 ? link("programmes", programmes) : null}
    </span>
  );
}
