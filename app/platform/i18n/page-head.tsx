import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { logoHref } from "#app/platform/site/site.ts";
import { inLocale } from "./locales.ts";
import { usePageContext, useSite } from "./page-context.ts";

type PageHeadProps = {
  /** Without the name of the academy, which is added. */
  title?: string;
  description: string;
  /** The academy's public address. */
  origin: string;
  /** The page's one address without a language segment. */
  path: string;
  /** The address of a picture of 1200 × 630 that stands for the page. */
  image?: { path: string; alt: string };
  type?: "website" | "article" | "profile";
  /** Keeps out of search engines what is only a cut of another page. */
  unlisted?: boolean;
};

/** What a public page says of itself to search engines and to those who share it; React puts it into the head. */
export function PageHead({ title, description, origin, path, image, type = "website", unlisted }: PageHeadProps) {
  const { t } = useTranslation();
  const { locale } = usePageContext().formats;
  const { languages, logo } = useSite();
  const name = t("ui:name");
  const fullTitle = title ? `${title} · ${name}` : name;
  const canonical = `${origin}${inLocale(path, locale)}`;
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      {unlisted ? <meta name="robots" content="noindex, follow" /> : null}
      <link rel="canonical" href={canonical} />
      {languages.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${origin}${inLocale(path, other)}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${origin}${path}`} />
      <meta property="og:site_name" content={name} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title ?? name} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={locale} />
      {image ? (
        <>
          <meta property="og:image" content={`${origin}${image.path}`} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={image.alt} />
        </>
      ) : null}
      {logo && !image ? (
        <>
          <meta property="og:image" content={`${origin}${logoHref(logo)}`} />
          <meta property="og:image:width" content={String(logo.width)} />
          <meta property="og:image:height" content={String(logo.height)} />
          <meta property="og:image:alt" content={name} />
        </>
      ) : null}
      <meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
      <meta name="twitter:title" content={title ?? name} />
      <meta name="twitter:description" content={description} />
      {image ? <meta name="twitter:image" content={`${origin}${image.path}`} /> : null}
    </>
  );
}
