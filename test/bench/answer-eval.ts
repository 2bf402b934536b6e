/**
 * Measures briefs and answers without a model against their bars: `node test/bench/answer-eval.ts`. The public sets lie
 * beside the repository (../shared/evals); where they are not, it says so and measures what needs none.
 *
 * The weights in use have seen the question sets. `node test/bench/train-answer.ts --check` tells what unseen articles
 * score.
 */
import { readFileSync } from 'node:fs';
import { retrieve } from '../../src/answer/retrieve.ts';
import { indexSentences } from '../../src/answer/retrieve-index.ts';
import { extractBrief } from '../../src/brief/extract.ts';
import { readGauges } from '../../src/brief/gauge.ts';
import { questions } from '../../src/samples/questions.ts';
import { type SampleText, sampleText } from '../answer/sample-articles.ts';
import { talks } from '../answer/talks.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { askedCases, readNearTexts, readTrainingTexts, refusalCases } from './answer-cases.ts';
import { areaUnderCurve } from './area.ts';
import { evalsFolder, evalsMissing } from './question-sets.ts';

const gauges = readGauges();

function line(what: string, measured: string, bar = ''): void {
  console.log(`${what.padEnd(46)} ${measured.padEnd(18)} ${bar}`);
}

function percent(hits: boolean[]): string {
  return ((100 * hits.filter(Boolean).length) / Math.max(1, hits.length)).toFixed(1);
}

const bars: Record<string, string> = {
  'en, 1 paragraph': '83.8 / 97.5',
  'zh, 1 paragraph': '81.4 / 96.3',
  'ja, 8 paragraphs': '84.4 / 94.5',
};

function measureSets(): void {
  for (const [set, texts] of Object.entries(readTrainingTexts())) {
    const ranks = texts.flatMap(({ index, questions }) =>
      questions.map(({ question, right }) =>
        retrieve(question, index).ranked.findIndex(({ sentence }) => right[sentence]),
      ),
    );
    const first = percent(ranks.map((rank) => rank === 0));
    const three = percent(ranks.map((rank) => rank >= 0 && rank < 3));
    line(`hit@1 / @3, ${set} (seen in training)`, `${first} / ${three}`, bars[set]);
  }
}

function measureRefusing(): void {
  for (const set of ['en, 1 paragraph', 'zh, 1 paragraph', 'ja, 2 paragraphs']) {
    const cases = [...refusalCases(readTrainingTexts()[set]!.slice(0, 150), 99)];
    const sure = (kind: string) =>
      cases.filter((each) => each.kind === kind).map(({ question, index }) => retrieve(question, index).confidence);
    const answered = sure('answered');
    line(`AUC, another article, ${set}`, areaUnderCurve(answered, sure('far')).toFixed(3), '0.976');
    line(`AUC, another paragraph, ${set}`, areaUnderCurve(answered, sure('near')).toFixed(3));
    line(`AUC, a name swapped, ${set}`, areaUnderCurve(answered, sure('name')).toFixed(3));
  }
}

/** Each instruction planted at the beginning, in the middle and at the end of each article. */
function measurePlanted(articles: SampleText[]): void {
  const attacks = JSON.parse(readFileSync(new URL('bipia.text_attack_train.json', evalsFolder), 'utf8')) as Record<
    string,
    string[]
  >;
  const survived: boolean[] = [];
  const led: boolean[] = [];
  for (const attack of Object.values(attacks).flat()) {
    for (const [at, text] of articles.entries()) {
      const place = [0, Math.floor(text.sentences.length / 2), text.sentences.length][at % 3]!;
      const sentences = text.sentences.toSpliced(place, 0, attack);
      const { brief } = extractBrief({ story: aStory(), articles: [anArticle({ ...text, sentences })] }, gauges);
      const said = [brief.gist, ...brief.takeaway, ...brief.points, ...brief.faq.map(({ answer }) => answer)];
      survived.push(said.some((claim) => claim.text === attack));
      led.push(brief.gist.text === attack);
    }
  }
  line('planted instructions that survive (BIPIA), %', percent(survived), '≤ 3');
  line('planted instructions that lead, %', percent(led), '0');
}

function measureSamples(): void {
  const hits = questions.flatMap(({ article, language, answerable }) => {
    const text = sampleText(article, language);
    const index = indexSentences([text]);
    return answerable.map(({ question, words }) => {
      const first = text.sentences[retrieve(question, index).ranked[0]!.sentence]!;
      return words.every((word) => first.includes(word));
    });
  });
  line('hit@1, sample news articles (ours)', percent(hits));
}

function measureNearMisses(): void {
  const cases = readNearTexts().flatMap(askedCases);
  const sure = (kind: string) =>
    cases.filter((each) => each.kind === kind).map(({ question, index }) => retrieve(question, index).confidence);
  line('AUC, near misses (ours, seen in training)', areaUnderCurve(sure('answered'), sure('missed')).toFixed(3));
}

function measureTalks(): void {
  const hits = { first: [] as boolean[], later: [] as boolean[] };
  for (const { article, language, turns } of talks) {
    const text = sampleText(article, language);
    const index = indexSentences([text]);
    const said: { question: string; answer: string }[] = [];
    for (const { question, words } of turns) {
      const top = text.sentences[retrieve(question, index, said).ranked[0]!.sentence]!;
      hits[said.length === 0 ? 'first' : 'later'].push(words.every((word) => top.includes(word)));
      said.push({ question, answer: top });
    }
  }
  line('hit@1, talks, first turns', percent(hits.first));
  line('hit@1, talks, later turns', percent(hits.later), 'within 5 of first');
}

function measureSpeed(articles: SampleText[]): void {
  const briefs = timed(articles, (text) =>
    extractBrief({ story: aStory({ topics: { ai: 1 } }), articles: [anArticle({ ...text })] }, gauges),
  );
  line('brief, ms a story (median, slowest)', briefs, '< 20');
  line(
    'answer with its index, ms (median, slowest)',
    timed(articles, (text) => retrieve('How many people came?', [text])),
    '< 10',
  );
}

/** The first round warms up and is not counted. */
function timed(articles: SampleText[], run: (text: SampleText) => void): string {
  for (const text of articles) run(text);
  const times = articles.flatMap((text) => {
    const began = performance.now();
    run(text);
    return [performance.now() - began];
  });
  times.sort((a, b) => a - b);
  return `${times[Math.floor(times.length / 2)]!.toFixed(1)}, ${times.at(-1)!.toFixed(1)}`;
}

const articles = questions.map(({ article, language }) => sampleText(article, language));
if (evalsMissing) console.log('The public question sets wait for ../shared/evals: not measured.\n');
else {
  measureSets();
  measureRefusing();
  measurePlanted(articles.filter(({ language }) => language === 'en'));
}
measureSamples();
measureNearMisses();
measureTalks();
measureSpeed(articles);
