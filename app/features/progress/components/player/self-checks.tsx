import { Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";

const SelfCheck = lazyPart(() => import("#app/features/quiz/components/self-check/self-check.tsx"));

type SelfChecksProps = { course: string; lesson: string; locale: Locale; sha256: string };

/** Asks the questions for which a lesson's text has left room. Their code is fetched where there is one. */
export function SelfChecks({ course, lesson, locale, sha256 }: SelfChecksProps) {
  const [places, setPlaces] = useState<{ of: string; found: HTMLElement[] }>({ of: "", found: [] });
  useEffect(() => {
    setPlaces({ of: sha256, found: [...document.querySelectorAll<HTMLElement>("[data-self-check]")] });
  }, [sha256]);
  if (places.of !== sha256) return null;
  return places.found.map((place) => {
    const question = place.dataset.selfCheck ?? "";
    const asked = (
      <Suspense fallback={<PartOnItsWay />}>
        <SelfCheck address={{ course, lesson, question }} locale={locale} />
      </Suspense>
    );
    return createPortal(asked, place, `${sha256} ${question}`);
  });
}
