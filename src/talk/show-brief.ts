/** A brief, as it is shown in a thread. */
import { action } from '../action.ts';
import { type Gauge, poleLabels } from '../brief/gauge.ts';
import { type Block, type Button, type Content, content, note, paragraph } from '../content.ts';
import type { Article, Brief, Channel, Claim, Faq, GaugeReading, Language, PointKind } from '../model.ts';
import { aside, colon, type Words } from '../words/words.ts';

export interface ShownBrief {
  brief: Brief;
  headline: string;
  articles: Article[];
  gauges: Gauge[];
}

const pointTitle: Record<PointKind, 'happened' | 'matters' | 'watch'> = {
  happened: 'happened',
  matters: 'matters',
  watch: 'watch',
};

export function briefContent(
  { brief, headline, articles, gauges }: ShownBrief,
  channel: Channel,
  words: Words,
): Content {
  const blocks: Block[] = [
    { kind: 'heading', text: headline },
    ...(brief.takeaway.length === 0
      ? []
      : [
          paragraph(
            { text: `${words.brief.takeaway}${colon(channel.language)}`, style: 'strong' },
            text(brief.takeaway),
          ),
        ]),
    ...brief.points.map((point) => titled(words.brief[pointTitle[point.kind]], point, words, channel.language)),
    ...brief.gauges.flatMap((reading) => gaugeBlock(reading, gauges, channel, words)),
    ...(brief.points.length === 0 && brief.takeaway.length === 0 ? [paragraph(words.brief.noBrief)] : []),
    sourcesNote(brief, articles, channel.language, words),
    note(smallPrint(brief, articles, words)),
  ];
  return content(blocks, { buttons: faqButtons(brief) });
}

/** What the next questions could be: pressed, they are asked. What has been told already is not offered. */
export function faqButtons(brief: Brief, isTold: (entry: Faq) => boolean = () => false): Button[] {
  return brief.faq
    .flatMap((entry, index) => (isTold(entry) ? [] : [{ question: entry.question, index }]))
    .slice(0, 3)
    .map(({ question, index }) => ({
      label: question,
      press: action('suggest', { story: brief.story, value: String(index) }),
      style: 'plain',
    }));
}

function titled(title: string, claim: Claim, words: Words, language: Language): Block {
  const mark = claim.inferred ? aside(words.brief.inferred, language) : '';
  return paragraph({ text: `${title}${mark}${colon(language)}`, style: 'strong' }, claim.text);
}

function text(claims: Claim[]): string {
  return claims.map((claim) => claim.text).join(' ');
}

export function gaugeBlock(reading: GaugeReading, gauges: Gauge[], channel: Channel, words: Words): Block[] {
  const gauge = gauges.find(({ id }) => id === reading.gauge);
  if (gauge === undefined) return [];
  const poles = poleLabels(gauge, channel.language);
  const leading = reading.verdict === null ? poles.join(' = ') : poles[reading.verdict];
  const verdict = reading.estimate ? `${leading}${aside(words.brief.estimate, channel.language)}` : (leading as string);
  return [{ kind: 'gauge', poles, scores: reading.scores, verdict, reason: reading.reason.text }];
}

/** Where it can be read. */
export function sourcesNote(brief: Brief, articles: Article[], language: Language, words: Words): Block {
  return note(`${words.brief.sources}${colon(language)}`, ...sources(brief, articles));
}

function sources(brief: Brief, articles: Article[]) {
  const cited = new Set(
    [...brief.takeaway, ...brief.points, brief.gist].flatMap(({ cites }) => cites.map(({ article }) => article)),
  );
  const named = articles.filter(({ id }) => cited.has(id));
  return (named.length > 0 ? named : articles)
    .slice(0, 4)
    .flatMap(({ source, url }, index) => [...(index > 0 ? [' · '] : []), { text: source, url }]);
}

function smallPrint(brief: Brief, articles: Article[], words: Words): string {
  return [
    brief.method === 'model' ? words.brief.written : words.brief.extract,
    ...(brief.dropped > 0 ? [words.brief.dropped(brief.dropped)] : []),
    ...(articles.every(({ excerptOnly }) => excerptOnly) ? [words.brief.excerptOnly] : []),
  ].join(' ');
}
