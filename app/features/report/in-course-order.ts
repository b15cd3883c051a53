/** What is known by cohort, as the course lists its cohorts; those who are in none come at the end. */
export function inCourseOrder<Row extends { cohortId: string | null }>(
  rows: readonly Row[],
  { cohorts }: { cohorts: readonly { id: string }[] },
): Row[] {
  const order = [...cohorts.map(({ id }): string | null => id), null];
  return order.flatMap((id) => rows.find(({ cohortId }) => cohortId === id) ?? []);
}
