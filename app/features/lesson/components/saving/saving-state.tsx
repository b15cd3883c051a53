import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { Standing } from "./saver-state.ts";

const quiet: readonly Standing[] = ["saved", "unsaved", "saving"];

const icons: Record<Standing, IconName> = {
  ...{ saved: "check-circle", unsaved: "clock", saving: "upload", conflict: "people" },
  ...{ kept: "alert", signIn: "lock", refused: "alert", incomplete: "alert" },
};

/** How what is written stands, always in sight. What wants attention is announced; each saving is not. */
export function SavingState({ standing }: { standing: Standing }) {
  const { t } = useTranslation("lesson-text");
  const calm = quiet.includes(standing);
  return (
    <section
      aria-label={t("state.label")}
      data-standing={standing}
      className={`sticky top-0 z-10 flex items-start gap-2 py-2 ${calm ? "bg-paper text-ink-2" : "bg-gold-tint px-4 text-gold-ink"}`}
    >
      <Icon name={icons[standing]} className="mt-1 size-5 flex-none" />
      <p>
        {t(`state.${standing}`)}{" "}
        {standing === "signIn" ? (
          <Link to="/sign-in" target="_blank" className="underline">
            {t("state.signInAgain")}
          </Link>
        ) : null}
      </p>
      <VisuallyHidden>
        <span role="status">{calm ? "" : t(`state.${standing}`)}</span>
      </VisuallyHidden>
    </section>
  );
}
