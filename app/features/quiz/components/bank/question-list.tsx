import { useEffect, useState } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { type BankFilters, bankHref, isNarrowed } from "../../bank/bank-filters.ts";
import type { QuestionInList } from "../../bank/find-questions.server.ts";
import type { BankCourse } from "../../bank/open-bank.server.ts";
import type { BankSummary } from "../../bank/summarise-bank.server.ts";
import { ChosenActs } from "./chosen-acts.tsx";
import { TypePicture } from "./type-picture.tsx";

type QuestionListProps = {
  course: BankCourse;
  filters: BankFilters;
  summary: BankSummary;
  questions: QuestionInList[];
  cursor: string | undefined;
};

/** The questions that were found, and what may be done with those chosen among them. */
export function QuestionList({ course, filters, summary, questions, cursor }: QuestionListProps) {
  const { t } = useTranslation("question-bank");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Choosing all at once needs the page's script.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const ids = questions.map(({ id }) => id);
  const present = ids.filter((id) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...present, id] : present.filter((one) => one !== id)));
  const count = isNarrowed(filters)
    ? t("foundOf", { count: summary.matching, all: summary.all })
    : t("found", { count: summary.matching });
  if (questions.length === 0) return <NothingFound course={course.slug} isRemoved={filters.removed === "yes"} />;
  return (
    <Form
      method="post"
      action={bankHref(course.slug, filters, cursor ? { cursor } : {})}
      aria-label={t("title")}
      // An act may have taken some away; what was chosen is done with.
      onSubmit={() => setChosen(new Set())}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p role="status" className="font-semibold">
          {count}
        </p>
        {ready ? (
          <Checkbox
            name="all"
            label={t("chooseAll")}
            checked={present.length === ids.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? ids : []))}
          />
        ) : null}
      </div>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {questions.map((question) => (
          <Row
            key={question.id}
            course={course}
            question={question}
            category={summary.categories.find(({ id }) => id === question.categoryId)?.path}
            isChosen={chosen.has(question.id)}
            onChoose={(isChosen) => choose(question.id, isChosen)}
          />
        ))}
      </ul>
      <ChosenActs
        course={course.slug}
        chosen={present}
        categories={summary.categories}
        tags={summary.tags}
        isRemoved={filters.removed === "yes"}
      />
    </Form>
  );
}

type RowProps = {
  course: BankCourse;
  question: QuestionInList;
  category: string | undefined;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
};

function Row({ course, question, category, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  const { id, name, type, stem, tags, quizzes, updatedAt } = question;
  const lacking = course.locales.filter((locale) => !question.locales.includes(locale));
  return (
    <li className="flex items-start gap-3 p-3 has-checked:bg-tile-tint sm:gap-4 sm:p-4">
      <label className="grid size-11 flex-none cursor-pointer place-items-center">
        <span className="sr-only">{t("choose", { name })}</span>
        <input
          type="checkbox"
          name="question"
          value={id}
          className="choice"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
      <TypePicture type={type} className="mt-1.5 size-8 flex-none text-tile" />
      <div className="grid min-w-0 flex-1 gap-1">
        <Link
          to={`/teach/${course.slug}/questions/${id}`}
          className="inline-flex min-h-11 items-center justify-self-start font-semibold sm:min-h-0"
        >
          <bdi className="wrap-anywhere">{name}</bdi>
        </Link>
        <p className="line-clamp-2 text-ink-2">
          <LocalText value={stem} />
        </p>
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
          <li className="font-medium text-ink">{t(`quiz:types.${type}`)}</li>
          {category ? (
            <li>
              <bdi>{category}</bdi>
            </li>
          ) : null}
          <li>{quizzes > 0 ? t("inQuizzes", { count: quizzes }) : t("inNone")}</li>
          <li>{t("changed", { date: formats.date(updatedAt) })}</li>
          {lacking.map((locale) => (
            <li key={locale}>
              <Tag kind="gold">{t("search.lacks", { language: localeNames[locale] })}</Tag>
            </li>
          ))}
          {tags.map((tag) => (
            <li key={tag}>
              <Tag kind="plain">
                <bdi>{tag}</bdi>
              </Tag>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function NothingFound({ course, isRemoved }: { course: string; isRemoved: boolean }) {
  const { t } = useTranslation("question-bank");
  return (
    <EmptyState
      title={t(isRemoved ? "nothing.removedTitle" : "nothing.title")}
      text={t(isRemoved ? "nothing.removedText" : "nothing.text")}
      action={
        <Link to={bankHref(course)} className={buttonClass({ kind: "quiet" })}>
          {t("search.clear")}
        </Link>
      }
    />
  );
}
