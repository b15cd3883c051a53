/**
 * What an action answered; where the line is dead, that the academy is away, so that the page stays as it is with what
 * was typed in it. For a page's `clientAction`.
 */
export async function orAway<Answer>(serverAction: () => Promise<Answer>): Promise<Answer | { away: true }> {
  try {
    return await serverAction();
  } catch (error) {
    // What `fetch` throws where nothing answers.
    if (error instanceof TypeError) return { away: true };
    throw error;
  }
}

/** Whether that is what came of the last action of a page. */
export const isAway = (answer: object | undefined): answer is { away: true } =>
  answer !== undefined && "away" in answer;
