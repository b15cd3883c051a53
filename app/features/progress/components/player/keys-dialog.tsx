import { directionOf } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

const lectureKeys = [
  [["␣"], "toggle"],
  [["←", "→"], "skip"],
  [["G"], "gap"],
  [["<", ">"], "speed"],
  [["C"], "captions"],
  [["M"], "mute"],
  [["F"], "fullScreen"],
  [["I"], "pip"],
] as const;

/** What the single keys of the player do. Loaded when it is asked for. */
export default function KeysDialog({ lecture, onClose }: { lecture: boolean; onClose: () => void }) {
  const { t } = useTranslation("learn");
  const rightToLeft = directionOf(usePageContext().formats.locale) === "rtl";
  // In a lecture the arrows go along its time.
  const arrows = lecture ? [] : rightToLeft ? ["←", "→"] : ["→", "←"];
  const keys = [
    ...(lecture ? lectureKeys.map(([name, does]) => ({ keys: name, does: t(`lecture:keys.${does}`) })) : []),
    { keys: ["J", ...arrows.slice(0, 1)], does: t("keys.next") },
    { keys: ["K", ...arrows.slice(1)], does: t("keys.previous") },
    { keys: ["?"], does: t("keys.help") },
    { keys: ["Esc"], does: t("keys.close") },
  ];
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(({ keys: names, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1.5">
              {names.map((name) => (
                <kbd
                  key={name}
                  className="min-w-8 rounded-sm border border-line-strong px-2 py-0.5 text-center font-ui"
                >
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-2 text-sm">{t("keys.off")}</p>
      <Button type="button" onClick={onClose}>
        {t("keys.done")}
      </Button>
    </Dialog>
  );
}
