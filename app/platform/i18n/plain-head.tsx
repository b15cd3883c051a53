import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** The head of a page that is nobody's but one person's: a title, and nothing for search engines. */
export function PlainHead({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${title} · ${t("ui:name")}`}</title>
      <meta name="robots" content="noindex" />
    </>
  );
}
