/**
 * The feed that holds what people paste. It is never polled. What it holds is for the talks that it was pasted into: it
 * stands in no digest, joins no story, and is found by no other question.
 */
export const pastedUrl = 'pasted:links';
