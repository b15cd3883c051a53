import { useEffect, useRef, useState } from "react";
import { isLocale, type Locale, localeNames, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { TriedDraft } from "../../bank/show-draft.server.ts";
import { QuestionText } from "../question-text.tsx";
import { QuestionView } from "../question-view.tsx";
import { type Failed, sendShow, sendTry } from "./send-question.ts";

type QuestionPreviewProps = { course: string; type: string; body: unknown; locales: readonly Locale[] };

/** After so many milliseconds without a key the preview follows. */
const PAUSE = 500;

type Preview = { shown: unknown; serial: number; missing: number; away: boolean };

/** The question as the server would show it; while it is not whole, as it last was. */
function usePreview({ course, type, body }: Omit<QuestionPreviewProps, "locales">): Preview {
  const [preview, setPreview] = useState<Preview>({ shown: undefined, serial: 0, missing: 0, away: false });
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const answer = await sendShow(course, { type, body });
      if (gone) return;
      setPreview((before) => {
        if (answer.result === "shown")
          return { shown: answer.shown, serial: before.serial + 1, missing: 0, away: false };
        if (answer.result === "invalid") return { ...before, missing: answer.problems.length, away: false };
        return { ...before, away: true };
      });
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [course, type, body]);
  return preview;
}

/** How the question looks to a learner, to be answered and graded as hers would be. */
export function QuestionPreview({ course, type, body, locales }: QuestionPreviewProps) {
  const { t } = useTranslation("question-bank");
  const page = usePageContext().formats.locale;
  const [chosen, setChosen] = useState<Locale>();
  const locale = chosen ?? (locales.includes(page) ? page : (locales[0] ?? page));
  const { shown, serial, missing, away } = usePreview({ course, type, body });
  return (
    <section
      aria-labelledby="preview"
      className="grid gap-4 rounded border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="preview" className="font-bold font-read text-2xl">
          {t("preview.title")}
        </h2>
        <Select
          className="w-40"
          name="preview-language"
          label={t("preview.language")}
          options={locales.map((one) => ({ value: one, label: localeNames[one], lang: one }))}
          value={locale}
          onChange={(event) => {
            if (isLocale(event.target.value)) setChosen(event.target.value);
          }}
        />
      </div>
      {missing > 0 ? <p className="text-ink-2 text-sm">{t("preview.missing", { count: missing })}</p> : null}
      {away ? <p className="text-ink-2 text-sm">{t("preview.away")}</p> : null}
      {shown === undefined ? null : (
        <Trial key={serial} {...{ course, type, body, locale, shown }} canCheck={missing === 0} />
      )}
    </section>
  );
}

type TrialProps = Omit<QuestionPreviewProps, "locales"> & { locale: Locale; shown: unknown; canCheck: boolean };

/** Answering it, and what that earns. Files cannot be sent here. */
function Trial({ course, type, body, locale, shown, canCheck }: TrialProps) {
  const { t } = useTranslation("question-bank");
  const [answer, setAnswer] = useState<unknown>(null);
  const [tried, setTried] = useState<TriedDraft | Failed | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const check = async () => {
    setTried(await sendTry(course, { type, body, answer }));
    outcome.current?.focus();
  };
  const again = () => setTried(null);
  const review = tried?.result === "graded" ? { review: tried.review } : {};
  return (
    <>
      <QuestionView
        id="preview-question"
        type={type}
        shown={shown}
        value={answer}
        onChange={setAnswer}
        disabled={tried !== null}
        locale={locale}
        {...review}
      />
      <div ref={outcome} tabIndex={-1} role="status" className="grid gap-3 focus:outline-none">
        {tried ? <Outcome tried={tried} locale={locale} /> : null}
      </div>
      {tried ? (
        <Button type="button" kind="quiet" className="justify-self-start" onClick={again}>
          {t("preview.again")}
        </Button>
      ) : (
        <Button
          type="button"
          kind="quiet"
          className="justify-self-start"
          disabled={!canCheck || type === "file-upload"}
          onClick={() => void check()}
        >
          {t("preview.check")}
        </Button>
      )}
    </>
  );
}

function Outcome({ tried, locale }: { tried: TriedDraft | Failed; locale: Locale }) {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  const remarks: Translated[] = tried.result === "graded" || tried.result === "byHand" ? tried.remarks : [];
  const share = tried.result === "graded" ? (tried.review.grade.share ?? 0) : undefined;
  return (
    <>
      {share === undefined ? null : (
        <Notice kind={share === 1 ? "success" : "info"}>{t("preview.earns", { share: formats.percent(share) })}</Notice>
      )}
      {tried.result === "byHand" ? <Notice kind="info">{t("preview.byHand")}</Notice> : null}
      {tried.result === "unfit" || tried.result === "invalid" ? (
        <Notice kind="warning">{t("preview.unfit")}</Notice>
      ) : null}
      {tried.result === "away" || tried.result === "shut" || tried.result === "tooLong" ? (
        <Notice kind="warning">{t("preview.away")}</Notice>
      ) : null}
      {remarks.map((remark) => (
        <QuestionText key={JSON.stringify(remark)} html={remark} locale={locale} />
      ))}
    </>
  );
}
