import { readFile } from 'node:fs/promises';
import type { Answer, Answerer } from '../answer/answerer.ts';
import { retrieve } from '../answer/retrieve.ts';
import { indexSentences, type SentenceIndex } from '../answer/retrieve-index.ts';
import type { StoryText } from '../brief/writer.ts';
import { type Language, languages } from '../model.ts';
import { fail, languageMistake, spokenLanguage } from './brief.ts';
import { type Command, type Io, misused } from './command.ts';
import { fileTrouble, takeOption } from './reading.ts';
import { readStoryFile } from './story-file.ts';
import { extractiveWriters, type MakeWriters } from './writers.ts';

/** Asks questions of one article, as a thread would answer them. */
export function askCommand(makeWriters: MakeWriters = extractiveWriters): Command {
  const command: Command = {
    name: 'ask',
    usage: '<file or address> "question" [--language ja] [--questions file] [--json]',
    summary: 'answers questions from an article, with the sentences it rests on; a file has one question a line',
    async run(args, io) {
      const { value: file, rest: afterFile } = takeOption(args, '--questions');
      const { value: language, rest } = takeOption(afterFile, '--language');
      const [source, ...typed] = rest;
      if (source === undefined) return misused(io, command, 'Name a file or an address, and a question.');
      const wrong = languageMistake(args);
      if (wrong !== null) return misused(io, command, wrong);
      const typedQuestion = typed.join(' ').trim();
      const listed = file === null ? [] : await readQuestions(file);
      if (!Array.isArray(listed)) return fail(io, file!, listed.reason);
      const questions = [typedQuestion, ...listed].filter((text) => text !== '');
      if (questions.length === 0) return misused(io, command, 'The question is missing.');
      const read = await readStoryFile(source, io);
      if (read.kind === 'failed') return fail(io, source, read.reason);
      const { answerer } = await makeWriters(io);
      const spoken = languages.find((known) => known === language) ?? spokenLanguage(read.text);
      await answerAll(questions, { text: read.text, answerer, language: spoken, io, one: file === null });
      return 0;
    },
  };
  return command;
}

async function readQuestions(file: string): Promise<string[] | { reason: string }> {
  try {
    const text = await readFile(file, 'utf8');
    return text.split(/\r?\n/u).map((line) => line.trim());
  } catch (error) {
    return { reason: fileTrouble(error) };
  }
}

interface Asking {
  text: StoryText;
  answerer: Answerer;
  language: Language;
  io: Io;
  one: boolean;
}

async function answerAll(questions: string[], { text, answerer, language, io, one }: Asking): Promise<void> {
  // A person is shown the answer alone: weighing every sentence once more takes seconds on a long text.
  const index = io.json ? indexSentences(text.articles) : null;
  const told = [];
  for (const question of questions) {
    const answer = await answerer.answer({
      text: question,
      language,
      story: text,
      related: [],
      turns: [],
      channel: 'command',
    });
    if (index === null) show(question, answer, io);
    else told.push(asJson(question, answer, index, text));
  }
  if (io.json) io.out(JSON.stringify(one ? told[0] : told, null, 2));
}

/** What was answered, and how all of the article's sentences stood: `closest` is there when it was refused, too. */
function asJson(question: string, answer: Answer, index: SentenceIndex, { articles }: StoryText) {
  const { ranked, confidence } = retrieve(question, index);
  const closest = ranked
    .slice(0, 3)
    .map(({ text, sentence, score }) => ({ sentence, score, text: articles[text]!.sentences[sentence]! }));
  return {
    question,
    refused: answer.verdict === 'not-said',
    confidence,
    answer: spoken(answer),
    ...answer,
    closest,
  };
}

function spoken({ claims, passages }: Answer): string {
  return claims.length > 0 ? claims.map(({ text }) => text).join(' ') : passages.map(({ text }) => text).join(' ');
}

function show(question: string, answer: Answer, io: Io): void {
  io.out(`${question}`);
  if (answer.verdict === 'not-said') io.out('  The article does not say.');
  if (answer.instead) io.out(`  (${insteadOfModel[answer.instead]})`);
  if (answer.dropped) io.out(`  (${answer.dropped} of the model's statements did not stand)`);
  if (answer.verdict === 'passages') io.out('  Closest passages:');
  for (const { text, cites } of answer.claims)
    io.out(`  ${text} [${cites.map(({ sentence }) => sentence + 1).join(', ')}]`);
  for (const { text, sentence, score } of answer.passages)
    io.out(`  ${quoted(text)} [${sentence + 1}, ${score.toFixed(2)}]`);
  if (answer.suggestions.length > 0) io.out(`  Ask next: ${answer.suggestions.join(' · ')}`);
  io.out('');
}

const insteadOfModel = {
  budget: 'not by the model: its budget for today is spent',
  trouble: 'not by the model: no answer of its came, or none stood',
};

/** A sentence that is somebody's words has its marks already. */
function quoted(text: string): string {
  return /^["“「『«]/u.test(text) ? text : `“${text}”`;
}
