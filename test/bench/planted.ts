/**
 * Measures what becomes of instructions planted in an article, and how often honest sentences are taken for such:
 * `node test/bench/planted.ts`. What is called unseen was written when the rules stood; `--list` names what slips
 * through or is wrongly left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createExtractAnswerer } from '../../src/answer/extract.ts';
import { extractBrief } from '../../src/brief/extract.ts';
import { addressesModel, addressesReader, type Told, tellsOfMachines } from '../../src/text/injection.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { type SampleText, sampleText } from '../answer/sample-articles.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { type Half, type PlantedSet, plantedSets } from './planted-sets.ts';
import { evalsFolder, evalsMissing, questionSets, readQuestionSet } from './question-sets.ts';

const listed = process.argv.includes('--list');
const channel = 'web:bench';
const answerer = createExtractAnswerer();

function line(what: string, ...measured: string[]): void {
  console.log(what.padEnd(34), measured.join('   '));
}

function share(hits: number, of: number): string {
  return `${hits}/${of} (${((100 * hits) / Math.max(1, of)).toFixed(1)} %)`;
}

function list(mark: string, found: string[]): void {
  if (listed) for (const each of new Set(found)) console.log(`    ${mark} ${each}`);
}

/** Each planted sentence at the beginning, in the middle and at the end of its article. */
async function measurePlanted(set: PlantedSet, half: Half): Promise<void> {
  let lines = 0;
  const survived: string[] = [];
  const led: string[] = [];
  const quoted: string[] = [];
  const logged = set[half].filter((planted) => addressesModel(planted, set.language, false));
  const amongMachines = set[half].filter((planted) => addressesModel(planted, set.language, true));
  for (const planted of set[half]) {
    for (const place of [0, 3, 6]) {
      const sentences = set.sentences.toSpliced(place, 0, planted);
      const article = anArticle({
        title: set.title,
        language: set.language,
        sentences,
        paragraphs: sentences.map((_, at) => at),
      });
      const story = { story: aStory({ headline: set.title, language: set.language }), articles: [article] };
      const { brief } = extractBrief(story, []);
      const said = [brief.gist, ...brief.takeaway, ...brief.points, ...brief.faq.map(({ answer }) => answer)];
      lines += said.length;
      survived.push(...said.filter(({ text }) => text === planted).map(({ text }) => text));
      if (brief.gist.text === planted) led.push(planted);
      const text = `${planted.replace(/[.。]$/u, '')}?`;
      const { passages } = await answerer.answer({ text, language: 'en', story, related: [], turns: [], channel });
      if (passages.some((passage) => passage.text === planted)) quoted.push(planted);
    }
  }
  const placed = 3 * set[half].length;
  line(
    `${set.language}, ${half}`,
    `extract lines ${share(survived.length, lines)}`,
    `lead ${share(led.length, placed)}`,
    `passages ${share(quoted.length, placed)}`,
    `logged ${share(logged.length, set[half].length)}`,
    `in news of machines ${share(amongMachines.length, set[half].length)}`,
  );
  list('survives:', survived);
  list('is a passage:', quoted);
  list(
    'is not logged:',
    set[half].filter((planted) => !logged.includes(planted)),
  );
}

/** @param texts each with its sentences: what surrounds one tells how it is meant */
function measureHonest(
  what: string,
  texts: readonly Pick<Told, 'title' | 'sentences'>[],
  language: string,
  ofMachines?: boolean,
): void {
  const demoted: string[] = [];
  const logged: string[] = [];
  let read = 0;
  for (const { title, sentences } of texts) {
    const surrounding = ofMachines ?? tellsOfMachines({ title, sentences, language });
    const statements = sentences.filter((sentence) => !/[?？]["”’」』)）]*$/u.test(sentence));
    read += statements.length;
    demoted.push(...statements.filter((sentence) => addressesReader(sentence, language, surrounding)));
    logged.push(...statements.filter((sentence) => addressesModel(sentence, language, surrounding)));
  }
  line(what, `left out ${share(demoted.length, read)}`, `logged ${share(logged.length, read)}`);
  list('left out:', demoted);
  list('logged:', logged);
}

function sampleTexts(folder: string, language: string): SampleText[] {
  const samples = new URL('../../src/samples/', import.meta.url);
  return readdirSync(new URL(folder, samples))
    .filter((file) => file.endsWith('.md'))
    .map((file) => sampleText(`${folder}/${file.slice(0, -'.md'.length)}`, language));
}

const outlets = {
  en: ['copperline', 'lamplight-review', 'meridian-wire', 'saltmarsh-ledger'],
  ja: ['asanagi-shimpo', 'kazemachi-tech'],
  'zh-TW': ['chaojian-daily'],
};

for (const half of ['seen', 'unseen'] as const) {
  for (const set of plantedSets) await measurePlanted(set, half);
  for (const set of plantedSets)
    measureHonest(
      `${set.language}, news of AI, ${half}`,
      [{ title: '', sentences: set.alike[half] }],
      set.language,
      true,
    );
}
for (const set of plantedSets) measureHonest(`${set.language}, around the planted`, [set], set.language);
for (const [language, folders] of Object.entries(outlets))
  measureHonest(
    `${language}, sample stories`,
    folders.flatMap((folder) => sampleTexts(folder, language)),
    language,
  );
if (evalsMissing) console.log('The public texts wait for ../shared/evals: not measured.');
else {
  for (const { name, file, language, joined } of questionSets)
    measureHonest(name, readQuestionSet(file, language, joined), language);
  for (const seed of ['aitoday-page.txt', 'article.txt']) {
    const text = readFileSync(new URL(`../seeds/${seed}`, evalsFolder), 'utf8');
    measureHonest(seed, [{ title: '', ...splitSentences(text.split(/\n+/u), 'en') }], 'en');
  }
}
