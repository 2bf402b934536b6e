/** What every writer of briefs meets: the extractive one, which needs nothing, and the one with a language model. */
import type { Article, Brief, Language, Story } from '../model.ts';

/** A story and the articles that tell it, the best report first. Never without an article. */
export interface StoryText {
  story: Story;
  articles: Article[];
}

/** Of a story's articles, its own first. */
export function languagesIn({ story, articles }: StoryText): string[] {
  return [...new Set([story.language, ...articles.map(({ language }) => language)])];
}

export interface BriefWriter {
  readonly method: Brief['method'];
  /**
   * The language that a brief for this channel will be in: an extract's is the channel's where an article is in it,
   * else the story's own.
   *
   * @param languages of the story's articles, its own first; never empty.
   */
  languageFor(languages: readonly string[], channel: Language): string;
  write(text: StoryText, language: string): Promise<Brief>;
}
