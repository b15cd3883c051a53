import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import type { Choosable } from "../../building/find-choosable-questions.server.ts";
import type { BankQuestion } from "../../building/plan-pieces.server.ts";
import { askQuestions, type Wanted } from "./ask-plan.ts";
import { PickedList } from "./picked-list.tsx";
import type { PlanAddress } from "./use-plan.ts";

type QuestionPickerProps = {
  address: PlanAddress;
  choices: BankChoices;
  /** Questions that the quiz has already. */
  taken: ReadonlySet<string>;
  add: (questions: BankQuestion[]) => void;
  close: () => void;
};

/** Chooses questions of the bank, several at once. What was chosen stays chosen while one looks for more. */
export function QuestionPicker({ address, choices, taken, add, close }: QuestionPickerProps) {
  const { t } = useTranslation("quiz-editor");
  const { found, away, search, more } = useSearch(address);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BankQuestion>>(new Map());
  const toggle = (question: BankQuestion) => {
    const next = new Map(chosen);
    if (!next.delete(question.id)) next.set(question.id, question);
    setChosen(next);
  };
  return (
    <section
      aria-label={t("picker.title")}
      className="grid min-w-0 gap-4 rounded-sm border border-line-strong bg-paper p-4"
    >
      <h3 className="font-semibold">{t("picker.title")}</h3>
      <SearchForm choices={choices} search={search} />
      {away ? <Notice kind="error">{t("picker.away")}</Notice> : null}
      <p role="status" className="text-ink-2 text-sm">
        {found ? t("picker.found", { count: found.total }) : null}
      </p>
      {found?.total === 0 ? (
        <Link to={`/teach/${address.course}/questions`} className="text-tile underline">
          {t("picker.toBank")}
        </Link>
      ) : null}
      <PickedList questions={found?.questions ?? []} {...{ taken, chosen, toggle }} />
      {found?.next ? (
        <Button type="button" kind="quiet" size="s" className="justify-self-start" onClick={more}>
          {t("picker.more")}
        </Button>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="button" disabled={chosen.size === 0} onClick={() => add([...chosen.values()])}>
          {t("picker.add", { count: chosen.size })}
        </Button>
        <Button type="button" kind="quiet" onClick={close}>
          {t("picker.close")}
        </Button>
      </div>
    </section>
  );
}

function SearchForm({ choices, search }: { choices: BankChoices; search: (wanted: Wanted) => void }) {
  const { t } = useTranslation("quiz-editor");
  const [wanted, setWanted] = useState<{ q: string; category: string; tag: string }>({ q: "", category: "", tag: "" });
  const change = (part: Partial<typeof wanted>, now = true) => {
    const next = { ...wanted, ...part };
    setWanted(next);
    if (now) search(wantedOf(next));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(wantedOf(wanted));
  };
  const any = { value: "", label: t("picker.any") };
  return (
    <form
      onSubmit={submit}
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]"
    >
      <Field
        name="q"
        type="search"
        label={t("picker.search")}
        dir="auto"
        value={wanted.q}
        onChange={(event) => change({ q: event.target.value }, false)}
      />
      <Select
        name="category"
        label={t("picker.category")}
        options={[any, ...choices.categories.map(({ id, path }) => ({ value: id, label: path }))]}
        value={wanted.category}
        onChange={(event) => change({ category: event.target.value })}
      />
      <Select
        name="tag"
        label={t("picker.tag")}
        options={[any, ...choices.tags.map((tag) => ({ value: tag, label: tag }))]}
        value={wanted.tag}
        onChange={(event) => change({ tag: event.target.value })}
      />
      <Button kind="quiet">{t("picker.find")}</Button>
    </form>
  );
}

const wantedOf = ({ q, category, tag }: { q: string; category: string; tag: string }): Wanted => ({
  ...{ q, category },
  tags: tag ? [tag] : [],
});

/** What was found last, page by page; an answer that comes after a newer question was asked is let go. */
function useSearch({ course, lesson }: PlanAddress) {
  const [found, setFound] = useState<Choosable | null>(null);
  const [away, setAway] = useState(false);
  const asked = useRef<{ wanted: Wanted; run: number }>({ wanted: {}, run: 0 });
  const ask = useCallback(
    async (wanted: Wanted, before: BankQuestion[]) => {
      const run = asked.current.run + 1;
      asked.current = { wanted, run };
      const answer = await askQuestions({ course, lesson }, wanted);
      if (asked.current.run !== run) return;
      setAway(answer === null);
      if (answer) setFound({ ...answer, questions: [...before, ...answer.questions] });
    },
    [course, lesson],
  );
  useEffect(() => {
    void ask({}, []);
  }, [ask]);
  return {
    ...{ found, away },
    search: (wanted: Wanted) => void ask(wanted, []),
    more: () => void ask({ ...asked.current.wanted, after: found?.next }, found?.questions ?? []),
  };
}
