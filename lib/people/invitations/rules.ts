const DAY = 24 * 3600 * 1000;

/** A mailed link lasts two weeks; a code on paper has to reach its bus first: six. */
export const invitationEnds = (byCode: boolean, now: Date) => new Date(now.getTime() + (byCode ? 42 : 14) * DAY);
