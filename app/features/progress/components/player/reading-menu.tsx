import { type ReactNode, useId } from "react";
import { Form as RouterForm, useLocation } from "react-router";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { type ReadingSettings, readingChoices, toReading } from "../../reading-settings.ts";

type ReadingMenuProps = {
  reading: ReadingSettings;
  onChange: (reading: ReadingSettings) => void;
  onShowKeys: () => void;
  /** More settings of the page, under the same button. */
  children: ReactNode;
};

/** How the text is shown. A choice holds at once and is kept in a cookie; without JavaScript the form is posted. */
export function ReadingMenu({ reading, onChange, onShowKeys, children }: ReadingMenuProps) {
  const { t } = useTranslation("learn");
  const { pathname, search } = useLocation();
  const choose = (form: HTMLFormElement) => {
    const values = new FormData(form);
    onChange(toReading(Object.fromEntries(values)));
    values.delete("next");
    // It holds on this page already; what cannot be sent is not kept for the next one.
    void fetch(form.action, { method: "POST", body: values, keepalive: true }).catch(() => undefined);
  };
  return (
    <details className="menu relative">
      <summary className={`${buttonClass({ kind: "plain", size: "s" })} cursor-pointer no-underline`}>
        <span aria-hidden="true" className="font-read text-lg">
          {t("reading.mark")}
        </span>
        <span className="sr-only">{t("reading.title")}</span>
      </summary>
      <div className="reading-menu absolute end-0 z-20 mt-1 grid w-100 max-w-[calc(100vw-2rem)] gap-4 rounded border border-line bg-surface p-4 shadow-card">
        <RouterForm
          method="post"
          action="/resources/reading"
          className="grid gap-4"
          onChange={(event) => choose(event.currentTarget)}
        >
          <input type="hidden" name="next" value={pathname + search} />
          <Choice name="size" chosen={reading.size} />
          <Choice name="width" chosen={reading.width} />
          <Choice name="keys" chosen={reading.keys} />
          <noscript>
            <Button size="s">{t("ui:save")}</Button>
          </noscript>
        </RouterForm>
        <button type="button" className="script-only justify-self-start text-tile underline" onClick={onShowKeys}>
          {t("keys.show")}
        </button>
        {children}
      </div>
    </details>
  );
}

function Choice({ name, chosen }: { name: keyof ReadingSettings; chosen: string }) {
  const { t } = useTranslation("learn");
  const id = useId();
  return (
    <fieldset>
      <legend className="pb-1 font-semibold text-sm">{t(`reading.${name}.legend`)}</legend>
      <div className="flex flex-wrap gap-1">
        {readingChoices[name].map((value) => (
          <span key={value} className="reading-choice">
            <input
              type="radio"
              id={`${id}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="sr-only"
            />
            <label htmlFor={`${id}-${value}`}>{t(`reading.${name}.${value}`)}</label>
          </span>
        ))}
      </div>
    </fieldset>
  );
}
