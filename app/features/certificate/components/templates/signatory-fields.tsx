import { useEffect, useRef, useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { ImageField } from "./image-field.tsx";
import { useProblems } from "./problems.ts";
import { SideBySide } from "./side-by-side.tsx";
import { type Signatory, withText } from "./template-draft.ts";

/** As many as a page has room for. They have no ids: a signatory is who stands at her place. */
const places = ["first", "second", "third"];

type SignatoryFieldsProps = {
  signatories: Signatory[];
  onChange: (signatories: Signatory[]) => void;
  beside: Locale;
};

/** Who signs, in the order in which they stand on the page; added, moved and removed by buttons. */
export function SignatoryFields({ signatories, onChange, beside }: SignatoryFieldsProps) {
  const { t } = useTranslation("certificate-template");
  const focus = useRef<string>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const move = (index: number, by: -1 | 1) => {
    const moved = signatories.toSpliced(index, 1);
    focus.current = `signatory-${index + by}-${by < 0 ? "up" : "down"}`;
    setSaid(t("signatories.moved", { place: index + by + 1 }));
    onChange(moved.toSpliced(index + by, 0, ...signatories.slice(index, index + 1)));
  };
  const add = () => {
    focus.current = `signatories/${signatories.length}/names/ar`;
    onChange([...signatories, { names: {}, offices: {}, signature: null }]);
  };
  const remove = (index: number) => {
    focus.current = "signatory-add";
    setSaid(t("signatories.removed"));
    onChange(signatories.toSpliced(index, 1));
  };
  return (
    <>
      <p className="text-ink-2">{t("signatories.lead")}</p>
      <ol className="grid gap-4 empty:hidden">
        {signatories.map((signatory, index) => (
          <li key={places[index]} className="grid gap-4 rounded border border-line p-4">
            <SignatoryHead
              index={index}
              last={index === signatories.length - 1}
              move={(by) => move(index, by)}
              remove={() => remove(index)}
            />
            <OneSignatory
              {...{ signatory, index, beside }}
              onChange={(changed) => onChange(signatories.with(index, changed))}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {signatories.length < places.length ? (
        <Button id="signatory-add" type="button" kind="quiet" className="justify-self-start" onClick={add}>
          <Icon name="plus" /> {t("signatories.add")}
        </Button>
      ) : null}
    </>
  );
}

type HeadProps = { index: number; last: boolean; move: (by: -1 | 1) => void; remove: () => void };

function SignatoryHead({ index, last, move, remove }: HeadProps) {
  const { t } = useTranslation("certificate-template");
  const name = t("signatories.number", { number: index + 1 });
  const button = (key: string, icon: IconName, atEnd: boolean, press: () => void) => (
    // Not disabled at the ends: the button that has just been pressed would lose the focus.
    <Button
      type="button"
      kind="plain"
      size="s"
      id={`signatory-${index}-${key}`}
      aria-disabled={atEnd}
      onClick={() => !atEnd && press()}
    >
      <Icon name={icon} className={key === "up" ? "size-5 rotate-180" : "size-5"} />
      <VisuallyHidden>{`${t(`signatories.${key}`)}: ${name}`}</VisuallyHidden>
    </Button>
  );
  return (
    <div className="flex items-center gap-1">
      <h3 className="flex-1 font-semibold">{name}</h3>
      {button("up", "chevron-down", index === 0, () => move(-1))}
      {button("down", "chevron-down", last, () => move(1))}
      {button("remove", "trash", false, remove)}
    </div>
  );
}

type OneProps = { signatory: Signatory; index: number; beside: Locale; onChange: (signatory: Signatory) => void };

function OneSignatory({ signatory, index, beside, onChange }: OneProps) {
  const { t } = useTranslation("certificate-template");
  const problemAt = useProblems();
  const path = `signatories/${index}`;
  return (
    <>
      <FieldError id={path}>{problemAt(path)}</FieldError>
      {(["names", "offices"] as const).map((part) => (
        <SideBySide
          key={part}
          legend={t(`signatories.${part}`)}
          hint={part === "names" ? t("signatories.namesHint") : undefined}
          locales={["ar", beside]}
          pathOf={(locale) => `${path}/${part}/${locale}`}
          value={(locale) => signatory[part][locale] ?? ""}
          onChange={(locale, text) => onChange({ ...signatory, [part]: withText(signatory[part], locale, text) })}
        />
      ))}
      <ImageField
        label={t("signatories.signature")}
        hint={t("signatories.signatureHint")}
        value={signatory.signature}
        onChange={(signature) => onChange({ ...signatory, signature })}
        error={problemAt(`${path}/signature`)}
      />
    </>
  );
}
