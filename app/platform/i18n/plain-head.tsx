import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/**
 * The head of a page that is nobody's but one person's: a title, and nothing for search engines. A list of which only
 * what was searched for is shown says so.
 */
export function PlainHead({ title, narrowed = false }: { title: string; narrowed?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${narrowed ? t("ui:narrowed", { title }) : title} · ${t("ui:name")}`}</title>
      <meta name="robots" content="noindex" />
    </>
  );
}
