/**
 * A worker of its own: writes the briefs of stories that are in the database, and prints each as a line of JSON behind one
 * that says `begun`.
 *
 * `node write-process.ts <database> <model's server> <language> <story> …`
 */
import pino from 'pino';
import { createExtractWriter } from '../../src/brief/extract.ts';
import { createModelWriter } from '../../src/brief/model.ts';
import { writeBrief } from '../../src/brief/write.ts';
import { createModelClient } from '../../src/llm/client.ts';
import type { Language, Story, StoryId } from '../../src/model.ts';
import { openDatabase } from '../../src/store/database.ts';
import { readStory } from '../../src/store/stories.ts';
import { anArticle } from '../support/builders.ts';

const [url = '', baseUrl = '', language = '', ...stories] = process.argv.slice(2);
const { db } = openDatabase(url, 3);
const silent = pino({ level: 'silent' });
const client = createModelClient({
  apiKey: null,
  baseUrl,
  model: 'writer-1',
  answerModel: null,
  dailyBudget: null,
  db,
  log: silent,
});
const writer = createModelWriter({ client, fallback: createExtractWriter([]), gauges: [], log: silent });
const sentences = ['The station opened on Monday.', 'It powers 12,000 homes.', 'It cost much.', 'More will follow.'];
const loadStoryText = async (id: StoryId) => ({
  story: (await readStory(db, id)) as Story,
  articles: [anArticle({ sentences })],
});

const writing = Promise.all(
  stories.map(async (story) => {
    const brief = await writeBrief(story as StoryId, language as Language, { db, writer, loadStoryText });
    console.log(JSON.stringify(brief));
  }),
);
console.log('begun');
await writing;
await db.destroy();
