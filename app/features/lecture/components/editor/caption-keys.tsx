import { useTranslation } from "#app/platform/i18n/use-translation.ts";

const keys = [
  ["P", "play"],
  ["G", "go"],
  ["I", "start"],
  ["O", "end"],
  ["S", "split"],
  ["M", "merge"],
  ["N", "insert"],
  ["⌫", "remove"],
  ["Z", "undo"],
  ["↓ ↑", "walk"],
] as const;

/** The keys of the caption editor, each with Alt. */
export function CaptionKeys() {
  const { t } = useTranslation("lecture-editor");
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {keys.map(([key, name]) => (
        <div key={name} className="contents">
          <dt>
            <kbd dir="ltr" className="rounded-sm border border-line-strong px-2 py-0.5 text-sm">
              Alt {key}
            </kbd>
          </dt>
          <dd>{t(`keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
