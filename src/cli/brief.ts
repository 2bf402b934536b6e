import { basename } from 'node:path';
import { type Gauge, poleLabels } from '../brief/gauge.ts';
import { languagesIn, type StoryText } from '../brief/writer.ts';
import { type Brief, type Claim, type Language, languages } from '../model.ts';
import { sameLanguage } from '../story/candidate.ts';
import { type Command, type Io, misused } from './command.ts';
import { takeOption } from './reading.ts';
import { readStoryFile } from './story-file.ts';
import { extractiveWriters, type MakeWriters } from './writers.ts';

/** Writes a brief of one article, as a channel would get it. */
export function briefCommand(makeWriters: MakeWriters = extractiveWriters): Command {
  const command: Command = {
    name: 'brief',
    usage: '<file or address> [--language ja] [--json]',
    summary: 'writes the brief of an article: gist, takeaway, points, questions, gauges',
    async run(args, io) {
      const { value: language, rest } = takeOption(args, '--language');
      const [source, ...more] = rest;
      if (source === undefined || more.length > 0) return misused(io, command, 'Name one file or address.');
      const wrong = languageMistake(args);
      if (wrong !== null) return misused(io, command, wrong);
      const read = await readStoryFile(source, io);
      if (read.kind === 'failed') return fail(io, source, read.reason);
      const { writer, gauges } = await makeWriters(io);
      const text = onEveryTopic(named(read.text, source), gauges);
      const wanted = languages.find((known) => known === language) ?? spokenLanguage(text);
      const brief = await writer.write(text, writer.languageFor(languagesIn(text), wanted));
      if (io.json) io.out(JSON.stringify(brief, null, 2));
      else show(brief, text, gauges, io, language ?? brief.language);
      return 0;
    },
  };
  return command;
}

/** No feed has told the topics of a page read by hand: each gauge is read, and finds its words or not. */
function onEveryTopic(text: StoryText, gauges: Gauge[]): StoryText {
  const topics = Object.fromEntries(gauges.flatMap((gauge) => gauge.topics).map((topic) => [topic, 1]));
  return { ...text, story: { ...text.story, topics } };
}

/** A file has no site to be named after. */
function named({ story, articles }: StoryText, source: string): StoryText {
  if (/^https?:/iu.test(source)) return { story, articles };
  return { story, articles: articles.map((article) => ({ ...article, source: basename(source) })) };
}

/** @returns what is wrong with `--language`; null where it is left out or one of ours. */
export function languageMistake(args: string[]): string | null {
  const { value } = takeOption(args, '--language');
  if (!args.includes('--language') || languages.some((known) => known === value)) return null;
  return `${value === null ? 'What follows --language' : `“${value}”`} is none of ${languages.join(', ')}.`;
}

/** The language of ours that is nearest to the story's. */
export function spokenLanguage({ story }: StoryText): Language {
  return languages.find((language) => language.slice(0, 2) === story.language.slice(0, 2)) ?? 'en';
}

export function fail(io: Io, source: string, reason: string): number {
  io.err(io.json ? JSON.stringify({ error: reason }) : `${source} could not be read: ${reason}`);
  return 1;
}

const titles = { happened: 'What happened', matters: 'Why it matters', watch: 'What to watch' };

/** @param wanted the language that was asked for. */
function show(brief: Brief, { story, articles }: StoryText, gauges: Gauge[], io: Io, wanted: string): void {
  const facts = articles.map(({ source, minutes }) => `${source} · ${minutes} min read`);
  io.out(`${story.headline}\n${facts.join('\n')}\n`);
  const untold = sameLanguage(brief.language, wanted) ? '' : `; it takes a model to tell it in ${wanted}`;
  io.out(
    brief.method === 'extract'
      ? `Extract (sentences of the article, ${brief.language}${untold})\n`
      : `By a model (${brief.language})\n`,
  );
  io.out(`${cited(brief.gist)}\n`);
  if (brief.takeaway.length > 0) io.out(`Key takeaway\n${brief.takeaway.map(cited).join('\n')}\n`);
  for (const point of brief.points)
    io.out(`${titles[point.kind]}${point.inferred ? ' (our reading)' : ''}\n${cited(point)}\n`);
  for (const { question, answer } of brief.faq) io.out(`${question}\n${cited(answer)}\n`);
  for (const { gauge, scores, verdict, reason, estimate } of brief.gauges) {
    const declared = gauges.find(({ id }) => id === gauge);
    const poles = declared === undefined ? ['', ''] : poleLabels(declared, brief.language);
    const lead = verdict === null ? 'level' : poles[verdict];
    io.out(
      `${poles[0]} ${scores[0]} · ${scores[1]} ${poles[1]}: ${lead}${estimate ? ' (an estimate)' : ''}\n${cited(reason)}\n`,
    );
  }
  if (brief.dropped > 0) io.out(`${brief.dropped} left out: the article does not bear them out.`);
}

function cited({ text, cites }: Claim): string {
  return `${text} [${cites.map(({ sentence }) => sentence + 1).join(', ')}]`;
}
