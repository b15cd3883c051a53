import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Dialog } from "#app/ui/dialog.tsx";
import { listedKeys } from "./editor-keys.ts";

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of the editor, each with what it does. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("text-editor");
  const mod = isApple() ? "⌘" : "Ctrl";
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="editor-keys">
        {listedKeys.map(({ words, keys }) => (
          <div key={words}>
            <dt>{t(words)}</dt>
            <dd>
              <kbd dir="ltr">{keys.replace("Mod", mod)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
