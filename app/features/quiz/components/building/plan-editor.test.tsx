import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { onPage } from "#tests/factories/question-page.tsx";
import type { QuizPlan } from "../../quiz-plan.ts";
import { PlanEditor } from "./plan-editor.tsx";

const plan: QuizPlan = {
  sections: [
    {
      id: "one",
      titles: { ar: "قسم" },
      slots: [
        { id: "a", points: 1_500, count: 1, from: { questionId: "q1" } },
        { id: "b", points: 2_000, count: 3, from: { pool: { categoryId: null, tags: ["walls"] } } },
      ],
    },
  ],
};

function render() {
  const editor = (
    <PlanEditor
      address={{ course: "c", lesson: "l" }}
      locales={["ar", "en"]}
      plan={plan}
      version="x"
      questions={[
        { id: "q1", name: "Builders", type: "single-choice", tags: [], stem: { en: "Who?" }, removed: false },
      ]}
      choices={{ categories: [], tags: ["walls"] }}
      slots={{
        a: { found: 1, shortage: null, missing: ["ar"] },
        b: { found: 2, shortage: "tooFew", missing: [] },
      }}
    />
  );
  const router = createMemoryRouter([{ path: "/", element: editor }]);
  return onPage(<RouterProvider router={router} />).replace(/\s+/g, " ");
}

test("a plan as it was saved has nothing to save, and says what it comes to and what is wrong with it", () => {
  const html = render();
  expect(html).not.toContain("Not saved yet");
  expect(html).toMatch(/4 questions.*7\.5 points/);
  expect(html).toContain("Builders");
  expect(html).toContain("Not complete in: العربية");
  expect(html).toContain("2 questions are in this pool now.");
  expect(html).toContain("The pool holds fewer than are drawn");
  expect(html).toContain("The title is missing in this language.");
});
