/** What is said in a thread of the previews: the key points of a story and an answer, made as the program makes them. */
import { readGauges } from '../../src/brief/gauge.ts';
import type { Content } from '../../src/content.ts';
import type { Article, ArticleId, Claim, DeliveryId, Language, StoryId } from '../../src/model.ts';
import { answerContent } from '../../src/talk/show-answer.ts';
import { briefContent, faqButtons } from '../../src/talk/show-brief.ts';
import { wordsFor } from '../../src/words/words.ts';
import { aBrief, aChannel, anArticle } from '../support/builders.ts';

const story = '0190a0b4-0000-7000-8000-000000000001' as StoryId;

interface Told {
  headline: string;
  sources: [string, string];
  takeaway: string;
  happened: string;
  matters: string;
  watch: string;
  gauge: string;
  faq: [string, string][];
  /** Of `faq`, what is asked. */
  asked: number;
}

const told: Record<'en' | 'ja', Told> = {
  en: {
    headline: 'Aurelie Lab gives Kestrel 3 away: a small model that reads a whole law book at once',
    sources: ['Meridian Wire', 'Lamplight Review'],
    takeaway: 'A model that a school can run in its own cellar now reasons about as well as last year’s largest.',
    happened: 'The lab published the weights on Sunday, under a licence that allows commercial use.',
    matters: 'Schools and clinics can run it on machines that they already own.',
    watch: 'Independent tests are due within two weeks.',
    gauge: 'In 6 percent of answers that named a source, the source did not exist.',
    faq: [
      [
        'What does the licence forbid?',
        'The licence forbids two things: passing the weights on without its text, and using the name for other models.',
      ],
      ['Who tests it?', 'Two universities test it independently.'],
    ],
    asked: 0,
  },
  ja: {
    headline: '小型の公開モデル「ケストレル3」、法律書1冊を一度に読む',
    sources: ['メリディアン通信', 'ランプ評論'],
    takeaway: '学校の地下室でも動くモデルが、昨年の最大級に並ぶ推論力を示した。',
    happened: '研究所は日曜日、商用利用を認める条件で重みを公開した。',
    matters: '学校や診療所が、手元の機械だけで動かせる。',
    watch: '第三者による試験の結果は、2週間以内に出る見込みだ。',
    gauge: '出典を示した回答の6%では、その出典が実在しなかった。',
    faq: [
      [
        'ライセンスは何を禁じていますか？',
        'ライセンスが禁じるのは、条文を添えずに重みを渡すことと、別のモデルに同じ名を付けることの二つだ。',
      ],
      ['誰が試験しますか？', '二つの大学が独立に試験する。'],
    ],
    asked: 0,
  },
};

export interface PreviewTalk {
  points: Content;
  question: string;
  answer: Content;
}

export function previewTalk(language: 'en' | 'ja'): PreviewTalk {
  const { headline, sources, faq, asked, ...said } = told[language];
  const words = wordsFor(language as Language);
  const channel = aChannel({ language });
  const articles: Article[] = sources.map((source, index) =>
    anArticle({ id: (index + 1) as ArticleId, source, url: `https://news.example/${index + 1}`, language }),
  );
  const claim = (text: string, article = 1): Claim => ({
    text,
    cites: [{ article: article as ArticleId, sentence: 0, quote: null }],
    inferred: false,
  });
  const brief = aBrief({
    story,
    language,
    gist: claim(said.takeaway),
    takeaway: [claim(said.takeaway)],
    points: [
      { kind: 'happened', ...claim(said.happened) },
      { kind: 'matters', ...claim(said.matters) },
      { kind: 'watch', ...claim(said.watch, 2) },
    ],
    faq: faq.map(([question, answer]) => ({ question, answer: claim(answer) })),
    gauges: [{ gauge: 'terminator-idiocracy', scores: [1, 2], verdict: 1, reason: claim(said.gauge), estimate: true }],
  });
  const [question, sentence] = faq[asked]!;
  const passage = { story, article: 1 as ArticleId, sentence: 0, text: sentence, score: 0.9 };
  const answer = answerContent(
    {
      answer: {
        verdict: 'passages',
        method: 'extract',
        claims: [],
        passages: [{ ...passage, source: sources[0], url: 'https://news.example/1' }],
        elsewhere: [],
        suggestions: [],
      },
      story: { id: story, headline, named: true },
      articles,
      headlines: new Map([[story, headline]]),
      otherLanguage: null,
      suggestions: faqButtons(brief, (entry) => entry.question === question),
      reply: '0190a0b4-0000-7000-8000-000000000002' as DeliveryId,
    },
    words,
  );
  return {
    points: briefContent({ brief, headline, articles, gauges: readGauges() }, channel, words),
    question,
    answer,
  };
}
