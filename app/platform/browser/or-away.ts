import { data } from "react-router";

/** As a failed answer, so that no loader is asked anew: where nothing answers, the page would give way to an error. */
const away = () => data({ away: true as const }, { status: 503 });

/**
 * What an action answered; where the line is dead, that the academy is away, so that the page stays as it is with what
 * was typed in it. For a page's `clientAction`.
 */
export async function orAway<Answer>(serverAction: () => Promise<Answer>): Promise<Answer | ReturnType<typeof away>> {
  try {
    return await serverAction();
  } catch (error) {
    // What `fetch` throws where nothing answers.
    if (error instanceof TypeError) return away();
    throw error;
  }
}

/** Whether that is what came of the last action of a page. */
export const isAway = (answer: object | undefined): answer is { away: true } =>
  answer !== undefined && "away" in answer;
