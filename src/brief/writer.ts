/** What every writer of briefs meets: the extractive one, which needs nothing, and the one with a language model. */
import type { Article, Brief, Language, Story } from '../model.ts';

/** A story and the articles that tell it, the best report first. Never without an article. */
export interface StoryText {
  story: Story;
  articles: Article[];
}

export interface BriefWriter {
  readonly method: Brief['method'];
  /**
   * The language that a brief for this channel language will be in: an extract stays in the story's own, so that
   * all channels share it.
   */
  languageFor(story: Story, channel: Language): string;
  write(text: StoryText, language: string): Promise<Brief>;
}
