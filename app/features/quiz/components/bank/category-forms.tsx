import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import { bankHref } from "../../bank/bank-filters.ts";
import type { CategoryInTree } from "../../bank/find-categories.server.ts";
import { categoryOptions } from "./category-options.ts";

type Answer = { of: string; result: SubmissionResult<string[]> } | undefined;

type ParentFieldProps = {
  /** Those in which it may stand. */
  categories: readonly CategoryInTree[];
  value?: string | undefined;
  error?: string | undefined;
};

function ParentField({ categories, value, error }: ParentFieldProps) {
  const { t } = useTranslation("question-bank");
  const top = { value: "", label: t("categories.top") };
  return (
    <Select
      name="parent"
      label={t("categories.parent")}
      options={[top, ...categoryOptions(categories)]}
      defaultValue={value ?? ""}
      error={error}
    />
  );
}

/** Makes a category. */
export function AddCategory({ categories, answer }: { categories: readonly CategoryInTree[]; answer: Answer }) {
  const { t } = useTranslation("question-bank");
  const errors = useFormErrors(answer?.result);
  return (
    <Form
      method="post"
      // Empty again once there is one more.
      key={categories.length}
      className="mb-8 grid gap-4 rounded border border-line bg-surface p-4"
      aria-label={t("categories.add")}
    >
      <input type="hidden" name="intent" value="add" />
      <FormErrors messages={errors.form} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          name="name"
          label={t("categories.name")}
          required
          maxLength={120}
          dir="auto"
          defaultValue={errors.typed("name")}
          error={errors.field("name")}
        />
        <ParentField categories={categories} value={errors.typed("parent")} error={errors.field("parent")} />
      </div>
      <Button className="justify-self-start">{t("categories.add")}</Button>
    </Form>
  );
}

type CategoryFormsProps = { course: string; categories: readonly CategoryInTree[]; answer: Answer };

/** The tree of categories, each of which opens to be changed. */
export function CategoryForms({ course, categories, answer }: CategoryFormsProps) {
  const { t } = useTranslation("question-bank");
  return (
    <ul className="grid gap-1">
      {categories.map((category) => (
        <li key={category.id} className={indents[Math.min(category.depth, indents.length - 1)]}>
          <div className="rounded border border-line bg-surface px-4 py-1">
            <Disclosure
              open={answer?.of === category.id}
              summary={
                <span className="flex flex-wrap items-baseline gap-x-3">
                  <bdi className="wrap-anywhere">{category.name}</bdi>
                  <span className="font-normal text-ink-2 text-sm">
                    {t("categories.count", { count: category.count })}
                  </span>
                </span>
              }
            >
              <CategoryForm
                course={course}
                category={category}
                categories={categories}
                answer={answer?.of === category.id ? answer : undefined}
              />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}

const indents = ["", "ms-6", "ms-12", "ms-18", "ms-20", "ms-22"];

/** Categories in which one may stand: not itself, nor what is in it. */
function mayHold(categories: readonly CategoryInTree[], category: CategoryInTree): CategoryInTree[] {
  const at = categories.indexOf(category);
  const after = categories.slice(at + 1);
  const inside = after.slice(
    0,
    [...after, undefined].findIndex((one) => !one || one.depth <= category.depth),
  );
  return categories.filter((one) => one !== category && !inside.includes(one));
}

function CategoryForm({ course, category, categories, answer }: CategoryFormsProps & { category: CategoryInTree }) {
  const { t } = useTranslation("question-bank");
  const errors = useFormErrors(answer?.result);
  return (
    <div className="grid gap-4">
      <FormErrors messages={errors.form} />
      <Form
        method="post"
        key={`${category.name}/${category.parentId}`}
        aria-label={category.name}
        className="grid gap-4"
      >
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="id" value={category.id} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field
            name="name"
            label={t("categories.name")}
            required
            maxLength={120}
            dir="auto"
            defaultValue={errors.typed("name") ?? category.name}
            error={errors.field("name")}
          />
          <ParentField
            categories={mayHold(categories, category)}
            value={errors.typed("parent") ?? category.parentId ?? ""}
            error={errors.field("parent")}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button size="s">{t("categories.save")}</Button>
          <Link to={bankHref(course, { category: category.id })}>{t("categories.show")}</Link>
        </div>
      </Form>
      <Form method="post">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="id" value={category.id} />
        <ConfirmSubmit
          size="s"
          label={t("categories.remove")}
          title={t("categories.removeTitle", { name: category.name })}
          text={t("categories.removeText")}
          confirmLabel={t("categories.remove")}
          cancelLabel={t("cancel")}
        />
      </Form>
    </div>
  );
}
