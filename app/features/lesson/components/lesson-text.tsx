import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { PAGE_TEXT, usePageText } from "#app/platform/http/page-text.ts";
import { useHref } from "#app/platform/i18n/link.tsx";
import { directionOf } from "#app/platform/i18n/locales.ts";

type LessonTextProps = {
  /** What a release's rendering holds: made by the server from known blocks, with everything else escaped. */
  html: string | null;
  /** Names the HTML; where `html` is null the document holds it. */
  sha256: string;
  /** The language of the text. */
  locale: string;
};

/** The text of a lesson. The one place in the product where stored HTML is shown. */
export function LessonText({ html, sha256, locale }: LessonTextProps) {
  const text = usePageText(sha256, html);
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

/** Links inside the text are stored without a language; followed here, they keep the one of this page. */
function useLinksInside(): React.RefObject<HTMLDivElement | null> {
  const text = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const href = useHref();
  useEffect(() => {
    const { current } = text;
    const follow = (event: MouseEvent) => {
      const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
      if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
      const path = target instanceof Element ? target.closest("a")?.getAttribute("href") : undefined;
      if (!path?.startsWith("/") || path.startsWith("//")) return;
      event.preventDefault();
      void navigate(href(path));
    };
    current?.addEventListener("click", follow);
    return () => current?.removeEventListener("click", follow);
  }, [navigate, href]);
  return text;
}
