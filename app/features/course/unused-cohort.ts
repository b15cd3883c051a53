/** Of a dated run that may be removed: nobody ever had a place in it, bought one, or was promised one. */
export const unusedCohort = { enrolments: { none: {} }, orderSeats: { none: {} }, accessGroups: { none: {} } };
