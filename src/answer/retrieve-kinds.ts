/** Whether a sentence has the kind of answer that a question asks for. */
import type { IndexedSentence } from './retrieve-index.ts';
import type { AskedFor } from './retrieve-question.ts';

const reasonCues =
  /\b(because|due to|since|in order to|so that|as a result|caused|owing to|reason|thanks to|to (avoid|prevent|help|make|protect)|the (concern|fear|worry|problem|danger|reason|aim|idea) (is|was))\b|ため|から|ので|理由|原因|によって|因为|因為|由于|由於|原因|为了|為了|因此|때문|위해|따라|이유|원인|탓|[아어려]서 |므로|느라|เพราะ|เนื่องจาก|เพื่อ/iu;
const placeCues =
  /\b(in|at|near|from|of|to)\s(the\s)?\p{Lu}|[市県都府州国島町村区駅]|[省市县縣区區国國州岛島]|[시도군구]\s|จังหวัด|ประเทศ|เมือง/u;

export type KindFeature =
  | 'numberAsked'
  | 'dateAsked'
  | 'personAsked'
  | 'placeAsked'
  | 'reasonAsked'
  | 'kindMissing'
  | 'formAsked'
  | 'formMissing';

/** Does the sentence have what is asked for, apart from what the question itself already says? */
export function kindFeatures(asked: AskedFor, sentence: IndexedSentence): Record<KindFeature, number> {
  const newNumber = [...sentence.numbers].some((value) => !asked.numbers.includes(value));
  const newName = sentence.names.some(
    (name) => !asked.names.some((known) => known.includes(name) || name.includes(known)),
  );
  const year = [...sentence.numbers].some((value) => /^(1\d|20)\d\d$/u.test(value) && !asked.numbers.includes(value));
  const has: Partial<Record<AskedFor['kind'], boolean>> = {
    number: newNumber,
    date: sentence.dated || year,
    person: newName,
    place: placeCues.test(sentence.words),
    reason: reasonCues.test(sentence.words),
  };
  const met = has[asked.kind];
  const formed = asked.form?.test(sentence.words);
  return {
    numberAsked: asked.kind === 'number' && newNumber ? 1 : 0,
    dateAsked: asked.kind === 'date' && met ? 1 : 0,
    personAsked: asked.kind === 'person' && met ? 1 : 0,
    placeAsked: asked.kind === 'place' && met ? 1 : 0,
    reasonAsked: asked.kind === 'reason' && met ? 1 : 0,
    kindMissing: met === false ? 1 : 0,
    formAsked: formed === true ? 1 : 0,
    formMissing: formed === false ? 1 : 0,
  };
}
