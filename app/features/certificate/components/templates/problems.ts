import { createContext, useContext } from "react";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { DesignProblem } from "../../templates/check-design.server.ts";

const problemsContext = createContext<readonly DesignProblem[]>([]);

export const ProblemsContext = problemsContext.Provider;

/** The words of what is wrong at a place of the draft, such as `wording/ar/heading`. */
export function useProblems(): (path: string) => string | undefined {
  const { t } = useTranslation("certificate-template");
  const problems = useContext(problemsContext);
  return (path) => {
    const found = problems.find((problem) => problem.path === path);
    return found && translateMessage(t, found.message);
  };
}
