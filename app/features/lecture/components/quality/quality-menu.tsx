import type { MouseEvent } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { MenuButton, menuItemClass } from "#app/ui/menu-button.tsx";
import type { QualityMode } from "../../quality/plan-quality.ts";
import { useQualityName } from "./quality-name.ts";
import type { QualityState } from "./use-quality.ts";

const icons = { audio: "sound", slides: "slides" } as const;

/** Chooses the form of the lecture; each says what it takes before anything is fetched. */
export function QualityMenu({ quality }: { quality: QualityState }) {
  const { t } = useTranslation("reading-along");
  const formats = useFormats();
  const nameOf = useQualityName(quality);
  const { mode, leftBytes } = quality;
  const takes = useTakes();
  const bytes = quality.options.find((option) => option.mode === mode)?.bytes ?? 0;
  const icon = mode === "audio" || mode === "slides" ? icons[mode] : "settings";
  const left = leftBytes === null ? null : t("quality.left", { size: formats.bytes(leftBytes) });
  const items = quality.options.map((option) => ({
    key: option.mode as string,
    item: <Option {...option} name={nameOf(option.mode)} quality={quality} />,
  }));
  return (
    <MenuButton
      size="s"
      name={`${t("quality.title")}: ${nameOf(mode)} ${takes(mode, bytes)}`}
      className="script-only"
      label={
        <>
          <Icon name={icon} className="size-4 flex-none" />
          <bdi>{nameOf(mode)}</bdi> <span className="font-normal text-ink-2">{takes(mode, bytes)}</span>
        </>
      }
      items={left ? [...items, { key: "left", item: <p className="px-3 py-2 text-ink-2 text-sm">{left}</p> }] : items}
    />
  );
}

/** What the whole lecture takes in a form, in words. */
function useTakes(): (mode: QualityMode, bytes: number) => string {
  const { t } = useTranslation("reading-along");
  const formats = useFormats();
  return (mode, bytes) => {
    if (mode === "slides") return t("quality.noVideo");
    return t(mode === "auto" ? "quality.upTo" : "quality.about", { size: formats.bytes(bytes) });
  };
}

type OptionProps = { mode: QualityMode; bytes: number; name: string; quality: QualityState };

function Option({ mode, bytes, name, quality }: OptionProps) {
  const takes = useTakes();
  const chosen = mode === quality.wanted;
  const choose = (event: MouseEvent<HTMLButtonElement>) => {
    quality.choose(mode);
    const menu = event.currentTarget.closest("details");
    menu?.removeAttribute("open");
    menu?.querySelector("summary")?.focus();
  };
  return (
    <button type="button" className={menuItemClass} aria-current={chosen || undefined} onClick={choose}>
      <Icon name="check" className={chosen ? "size-4 flex-none" : "invisible size-4 flex-none"} />
      <span className="grow">
        <bdi>{name}</bdi>
      </span>
      <span className="text-ink-2 text-sm tabular-nums">{takes(mode, bytes)}</span>
    </button>
  );
}
