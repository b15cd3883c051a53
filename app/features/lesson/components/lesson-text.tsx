import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { PAGE_TEXT, usePageText } from "#app/platform/http/page-text.ts";
import { useHref } from "#app/platform/i18n/link.tsx";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { showEmbed } from "./show-embed.ts";

type LessonTextProps = {
  /** What a release's rendering holds: made by the server from known blocks, with everything else escaped. */
  html: string | null;
  /** Names the HTML; where `html` is null the document holds it. */
  sha256: string;
  /** The language of the text. */
  locale: string;
};

const INSIDE_LINK = /(?<=<a href=")\/[^"]*/g;

/**
 * The text of a lesson. The one place in the product where stored HTML is shown. Links inside it are stored without a
 * language, and keep here the one of the page's address.
 */
export function LessonText({ html, sha256, locale }: LessonTextProps) {
  const href = useHref();
  const text = usePageText(sha256, html).replace(INSIDE_LINK, href);
  return (
    <div
      ref={useLinksInside()}
      lang={locale}
      dir={directionOf(locale)}
      className="reading"
      dangerouslySetInnerHTML={{ __html: text }}
      {...{ [PAGE_TEXT]: sha256 }}
    />
  );
}

/**
 * Follows links inside the text as the product's other links are followed, without a new document; shows what is kept
 * elsewhere in its place.
 */
function useLinksInside(): React.RefObject<HTMLDivElement | null> {
  const text = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const { current } = text;
    const follow = (event: MouseEvent) => {
      const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
      if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.dataset.embed) {
        event.preventDefault();
        return showEmbed(link);
      }
      const path = link?.getAttribute("href");
      if (!path?.startsWith("/") || path.startsWith("//") || link?.hasAttribute("download")) return;
      event.preventDefault();
      void navigate(path);
    };
    current?.addEventListener("click", follow);
    return () => current?.removeEventListener("click", follow);
  }, [navigate]);
  return text;
}
