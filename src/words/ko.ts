/** What Tidings says and understands in Korean. */
import type { Words } from './en.ts';

const number = (n: number) => n.toLocaleString('ko');
/** `+1.2`, `−0.4`: points of a rank. */
const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`;

/** Whether a word ends in a consonant, so that 을/를 and 은/는 fit it; other scripts give both forms. Brackets are not read: 인공지능(AI)을. */
const withParticle = (word: string, closed: string, open: string) => {
  const last = word.replace(/(?<=[가-힣])\([^()]*\)$|["'”’」)\]]+$/u, '').at(-1) ?? '';
  const code = last.charCodeAt(0) - 0xac00;
  if (code < 0 || code > 11_171) return `${word}${closed}(${open})`;
  return `${word}${code % 28 === 0 ? open : closed}`;
};

/** How a request ends: 해 줘, 해주세요, 할래요, 하기. */
const please =
  '(?: ?(?:해|하) ?(?:줘요?|주세요|주라|줄래요?|자|기|고 싶어요?|고싶어요?|요)?| ?할래요?| ?부탁해요?)?[.!]?$';
const give = '(?: ?(?:을|를))? ?(?:보여|알려|보내|들려) ?(?:줘요?|주세요|줄래요?)[.!]?$';

/** A subject: nothing that asks, no day. */
const subject =
  '((?!왜|뭐|무엇|무슨|어떻게|어떤|언제|어디|누가|누구|얼마|몇|오늘|어제|내일|최신|최근|이번|지난|다른|이 |그 |저 )(?!.{0,60}(?:무슨|어떤|나요|까요|인가|습니까))[^?!.]{1,40}?)';
const news = '(?: ?(?:관련|에 대한))? ?(?:최신 ?)?(?:뉴스|소식|기사)';
const time = '(?:오전|오후|아침|낮|저녁|밤|새벽)? ?\\d{1,2}(?:시(?: ?(?:반|\\d{1,2}분))?|:\\d{2})';
const clock = `(${time})`;

/** A value alone is no command: it may answer somebody else. */
const notAlone = (value: string) => `(?!${value}[。.!]?$)`;
const phrase = (pattern: string, command: string): [RegExp, string] => [new RegExp(`^${pattern}`, 'iu'), command];

export const ko: Words = {
  name: '한국어',
  alsoCalled: ['ko', 'kr', 'kor', 'korean', '한국어', '한글', '한국말', '韓国語', '韓文', '韓語'],

  commands: {
    subscribe: ['구독', '추가', '팔로우', '등록'],
    unsubscribe: ['구독취소', '구독 취소', '구독해지', '구독 해지', '해지', '취소', '삭제'],
    mute: ['숨기기', '숨김', '뮤트', '음소거', '제외', '차단'],
    unmute: ['숨김해제', '숨김 해제', '뮤트해제', '뮤트 해제', '음소거 해제', '제외 해제', '차단 해제'],
    undo: ['되돌리기', '실행 취소', '실행취소'],
    list: ['목록', '구독 목록', '구독목록', '리스트'],
    topics: ['주제', '토픽', '주제 목록'],
    sources: ['출처', '언론사', '매체', '소스', '피드'],
    status: ['상태', '현황'],
    digest: ['다이제스트', '오늘', '뉴스', '오늘의 뉴스', '오늘 뉴스', '브리핑'],
    time: ['시간', '시각', '배달 시간'],
    timezone: ['시간대', '타임존'],
    days: ['요일'],
    stories: ['개수', '기사 수', '기사수'],
    layout: ['레이아웃', '보기', '배치'],
    language: ['언어', '사용 언어'],
    quiet: ['조용히', '조용'],
    pause: ['일시정지', '일시 정지', '일시중지', '일시 중지', '중지', '정지', '멈춤'],
    resume: ['재개', '다시 시작', '다시시작', '시작'],
    forget: ['데이터삭제', '데이터 삭제', '모두 삭제', '전체 삭제', '잊어줘', '초기화'],
    ask: ['질문', '물어보기'],
    why: ['왜', '이유'],
    import: ['가져오기', '불러오기'],
    export: ['내보내기'],
    settings: ['설정', '환경설정'],
    help: ['도움말', '도움', '명령어', '사용법'],
  },

  usage: {
    subscribe: ['구독 AI, "전고체 배터리", https://…', '주제, 출처, 페이지, 키워드를 구독합니다'],
    unsubscribe: ['구독취소 AI', '구독을 그만둡니다'],
    mute: ['숨기기 "연예"', '이 낱말이 든 소식을 뺍니다'],
    unmute: ['숨김해제 "연예"', '뺐던 소식을 다시 봅니다'],
    undo: ['되돌리기 2', '`목록`에 있는 규칙을 취소합니다'],
    like: ['3번 같은 소식 덜', '비슷한 소식을 줄입니다. `3번 같은 소식 더`, `게임 줄여줘`도 됩니다'],
    list: ['목록', '구독 중인 것과 받는 시간'],
    topics: ['주제', '고를 수 있는 주제'],
    sources: ['출처 NASA', '출처와 그 상태'],
    status: ['상태', '다음 다이제스트와 살펴볼 점'],
    digest: ['다이제스트', '오늘의 다이제스트를 지금 받습니다'],
    time: ['시간 07:30', '받는 시간'],
    timezone: ['시간대 서울', '어느 곳의 시간인지'],
    days: ['요일 평일', '받는 요일'],
    stories: ['개수 7', '한 번에 받는 소식 수, 1~12'],
    layout: ['레이아웃 간단히', '메시지 하나로 모아서. `카드`는 소식마다 하나씩'],
    language: ['언어 한국어', '영어, 일본어, 중국어(번체), 한국어, 태국어'],
    quiet: ['조용히 켜기', '멘션할 때만 답합니다'],
    pause: ['일시정지', '`재개`할 때까지 보내지 않습니다'],
    resume: ['재개', '다시 보냅니다'],
    forget: ['데이터삭제', '이 채널의 기록을 모두 지웁니다'],
    ask: ['질문 반도체 가격에 무슨 일이 있었나요?', '최근 소식을 바탕으로 답합니다'],
    why: ['왜 3', '3번 소식을 고른 이유. 링크라면 빠진 이유'],
    import: ['가져오기 https://…/feeds.opml', 'OPML 파일의 피드를 구독합니다'],
    export: ['내보내기', '구독 중인 것을 OPML로 받습니다'],
    settings: ['설정', '버튼으로 설정을 바꿉니다'],
    help: ['도움말', '이 목록'],
  },

  values: {
    on: ['켜기', '켜', '예', '네'],
    off: ['끄기', '꺼', '아니요', '아니오'],
    yes: ['예', '네', '삭제', '예, 삭제', '네, 삭제'],
    all: ['모두', '전부', '전체'],
    compact: ['간단히', '간단', '목록', '짧게', '하나로'],
    cards: ['카드', '따로'],
    daily: ['매일', '날마다', '모두', '전체'],
    weekdays: ['평일', '주중', '월-금', '월~금', '월요일부터 금요일', '평일만'],
    weekend: ['주말', '토일', '주말만'],
    days: [
      ['월', '월요일'],
      ['화', '화요일'],
      ['수', '수요일'],
      ['목', '목요일'],
      ['금', '금요일'],
      ['토', '토요일'],
      ['일', '일요일'],
    ],
  },

  phrases: [
    phrase('(?:(?:오늘|오늘의|최신|지금) ?)?(?:뉴스|소식|다이제스트|브리핑)[.!]?$', 'digest'),
    phrase(`(?:(?:오늘|오늘의|최신|지금) ?)?(?:뉴스|소식|다이제스트|브리핑)${give}`, 'digest'),
    phrase('(?:오늘 ?)?(?:무슨|어떤) (?:뉴스|소식)(?:이|가)? ?(?:있어요?|있나요|있니)\\?*$', 'digest'),

    phrase(`(?:일시 ?정지|일시 ?중지|중지|정지)(?:를)? ?해제${please}`, 'resume'),
    phrase(`(?:다이제스트 ?|알림 ?)?(?:재개|다시 시작)${please}`, 'resume'),
    phrase(`(?:다시 ?)보내 ?(?:줘요?|주세요)[.!]?$`, 'resume'),
    phrase(
      `(?:다이제스트(?:를)? ?|알림(?:을)? ?)?(?:일시 ?정지|일시 ?중지|중지|정지|멈춰)(?: ?(?:해|하))? ?(?:줘요?|주세요)?[.!]?$`,
      'pause',
    ),
    phrase(`(?:잠시 |당분간 )?(?:그만|보내지 마)(?: ?보내)?(?: ?(?:줘요?|세요|요))?[.!]?$`, 'pause'),
    phrase(`(?:데이터|기록)(?:를|을)? ?(?:모두 |전부 )?(?:삭제${please}|지워 ?(?:줘요?|주세요)?[.!]?$)`, 'forget'),
    phrase(`(?:모두|전부|다) (?:잊어|지워) ?(?:줘요?|주세요)?[.!]?$`, 'forget'),

    phrase(`(?:모두|전부|전체) ?(?:구독)? ?(?:취소|해지)${please}`, 'unsubscribe all'),
    phrase(`${subject}(?:을|를)? (?:숨김|뮤트|제외|차단) ?해제${please}`, 'unmute $1'),
    phrase(`${subject}(?:${news})?(?:을|를|은|는)? (?:구독|팔로우) ?(?:취소|해지)${please}`, 'unsubscribe $1'),
    phrase(
      `((?:[월화수목금토일]요일|주말|평일)(?:[과와,] ?[월화수목금토일]요일)?)(?:에는|에|은|는|엔)? ?(?:보내지 ?마(?:세요|요)?|안 ?받을래요?|쉬어 ?(?:줘요?|주세요)?|필요 ?없어요?|싫어요?|(?:빼|말)고요?|(?:제외|빼)(?: ?(?:해|하) ?(?:줘요?|주세요)| ?(?:줘요?|주세요))?)[.!]?$`,
      'days not $1',
    ),
    phrase(
      `${subject}(?:${news})?(?:을|를|은|는)? (?:(?:해지|삭제)${please}|빼 ?(?:줘요?|주세요)?[.!]?$)`,
      'unsubscribe $1',
    ),
    phrase(
      `${subject}(?:${news})?(?:을|를|은|는)? (?:숨겨 ?(?:줘요?|주세요)?[.!]?$|(?:뮤트|제외|차단)${please})`,
      'mute $1',
    ),
    phrase(
      `${subject}(?:${news})?(?:은|는)? (?:안 볼래요?|보기 싫어요?|보고 싶지 않아요?|필요 ?없어요?|그만(?: ?(?:보내|보여) ?(?:줘요?|주세요))?)[.!]?$`,
      'mute $1',
    ),
    phrase(
      `([^?!.]{1,20}?)(?:와|과|하고|랑) ([^?!.]{1,20}?)(?:${news})?(?:을|를)? (?:구독|팔로우|추가)${please}`,
      'subscribe $1, $2',
    ),
    phrase(`${subject}(?:${news})?(?:을|를)? (?:구독|팔로우|추가|등록)${please}`, 'subscribe $1'),
    phrase(
      `${subject}${news}(?:(?:을|를)? ?(?:보내|받아) ?(?:줘요?|주세요|볼래요?)|(?:을|를)? 받고 싶어요?)?[.!]?$`,
      'subscribe $1',
    ),

    phrase(
      `${notAlone(time)}(?:매일 아침|매일|아침마다|시간(?:을|은)?)? ?(?:에 )?${clock}(?:에|로)?(?: ?(?:보내|바꿔|변경해|알려) ?(?:줘요?|주세요))?[.!]?$`,
      'time $1',
    ),
    phrase(
      `매일 (?:저녁|밤) (\\d{1,2}시(?: ?(?:반|\\d{1,2}분))?)(?:에|로)?(?: ?(?:보내|알려) ?(?:줘요?|주세요))?[.!]?$`,
      'time 저녁 $1',
    ),
    phrase(
      `${notAlone('(?:평일|주중|주말|매일)')}(평일|주중|주말|매일)(?:에)?만?(?: ?(?:보내|받을|바꿔) ?(?:줘요?|주세요|래요?))?[.!]?$`,
      'days $1',
    ),
    phrase(
      `(영어|일본어|중국어|한국어|태국어)로 ?(?:해|바꿔|변경해|보내|말해|답해)? ?(?:줘요?|주세요)?[.!]?$`,
      'language $1',
    ),
    phrase(
      `${notAlone('\\d{1,3}(?:개|건)')}(?:하루에? )?(\\d{1,3})(?:개|건)(?:로|만|씩)?(?: ?(?:해|보내|바꿔|줄여|늘려) ?(?:줘요?|주세요))?[.!]?$`,
      'stories $1',
    ),
    phrase(`(카드|간단히)(?:로|형으로)? ?(?:보여|해|바꿔) ?(?:줘요?|주세요)[.!]?$`, 'layout $1'),
    phrase(`조용히 ?(?:해|있어) ?(?:줘요?|주세요)?[.!]?$`, 'quiet on'),

    phrase(
      '#?(\\d{1,2})번?(?: ?(?:기사|소식|뉴스))?(?:은|는|이|가)? 왜(?: ?(?:골랐어요?|있어요?|나왔어요?|뽑혔어요?))?\\?*$',
      'why $1',
    ),
    phrase('왜 ?(\\d{1,2})번?(?:이야|이에요|인가요)?\\?*$', 'why $1'),
    phrase(`(\\d{1,4})번?(?:을|를)? ?(?:되돌려|취소해) ?(?:줘요?|주세요)?[.!]?$`, 'undo $1'),
    phrase('(?:뭘|무엇을|뭐) ?구독(?:하고 있어요?|하고 있나요|중이야|했어요?)\\?*$', 'list'),
    phrase('(?:뭘|무엇을|뭐) ?할 수 (?:있어요?|있나요|있니)\\?*$', 'help'),
    phrase('(?:어떻게 (?:써요?|사용해요?|쓰나요|사용하나요))\\?*$', 'help'),
    phrase(`(구독 ?목록|목록|주제|출처|상태|설정|도움말)${give}`, '$1'),
  ],

  talk: {
    greeting:
      /^(?:안녕(?:하세요|하십니까)?|반가워요?|반갑습니다|하이|헬로|좋은 아침(?:이에요|입니다)?)$|^(?:너는?|당신은|넌) ?(?:누구|뭐)(?:야|니|예요|세요|입니까)?$/u,
    thanks:
      /^(?:정말 |너무 )?(?:고마워요?|고맙습니다|감사(?:해요|합니다|드립니다)|땡큐)$|^(?:네|응|알겠(?:어요|습니다)|알았어요?|오케이|좋아요?|굿|최고|잘 자요?|안녕히 계세요)$/u,
    summary:
      /^(?:이|그)? ?(?:기사|뉴스|소식|이야기|내용|이거|이것)?(?:를|을|의)? ?(?:요약|정리|핵심|요점|설명)(?:을|를)? ?(?:해|해줘|해 줘|해주세요|해 주세요|알려줘|알려 줘|알려주세요|부탁해요?|부탁합니다)?$|^(?:이거|이건|그건|무슨) ?(?:무슨)? ?(?:내용|이야기|기사)(?:이야|야|예요|인가요)?$/u,
    /** The latest of what is named. */
    latest:
      /^(.{1,20}?)(?:에 대한|에 관한| 관련)? ?(?:최신 |새 |새로운 )?(?:소식|뉴스|기사)(?:을|를|은|는|이|가)? ?(?:(?:좀 )?(?:알려|보여) ?(?:줘요?|주세요)|(?:뭐 ?)?있어요?|있나요|뭐야|뭐예요)$/u,
    welcome: '도움이 되어 기뻐요. 궁금한 소식을 물어보거나 `도움말`을 입력하세요.',
    /** What asks for nothing, or for something that only the talk before it could tell. */
    chatter: /^(?:ㅋ+|ㅎ+|하하+|음+|어+|응|네|예|아니|아니요|아뇨|됐어요?|다음|뒤로|다시|괜찮아요?|테스트|진짜|정말)$/u,
    idle: '소식에 대해 무엇이든 물어보세요. 할 수 있는 일은 `도움말`에 있습니다.',
    /** More or less of the same; a number is a story of the last digest. */
    like: {
      more: /^(?:(?:이런|비슷한)(?: ?(?:거|것|소식|기사|뉴스))?(?:를|을)? ?더(?: ?(?:보여|보내) ?(?:줘요?|주세요)| 보고 싶어요?)?|더 ?(?:이런|비슷한) ?(?:거|것|소식|기사|뉴스)?|(\d{1,2})번 ?같은 ?(?:거|것|소식|기사|뉴스)(?:를|을)? ?더)$/u,
      less: /^(?:(?:이런|비슷한)(?: ?(?:거|것|소식|기사|뉴스))?(?:는|은|를|을)? ?(?:덜|줄여)(?: ?(?:보여|보내))? ?(?:줘요?|주세요)?|(\d{1,2})번 ?같은 ?(?:거|것|소식|기사|뉴스)(?:를|을)? ?(?:덜|줄여 ?(?:줘요?|주세요)?))$/u,
      /** Of what is named. */
      moreOf: new RegExp(
        `^(?!비슷한|자세|조금|좀|글|요약|알림|뉴스|소식|기사|더)${subject}(?:${news})?(?:를|을|는|은)? ?더 ?(?:많이 ?|자주 ?)?(?:(?:보여|보내) ?(?:줘요?|주세요)|보고 ?싶어요?|늘려 ?(?:줘요?|주세요))$`,
        'u',
      ),
      lessOf: new RegExp(
        `^(?!비슷한|자세|조금|좀|글|요약|알림|뉴스|소식|기사|더)${subject}(?:${news})?(?:를|을|는|은)? ?(?:(?:덜|적게) ?(?:보여|보내) ?(?:줘요?|주세요)|덜 ?보고 ?싶어요?|줄여 ?(?:줘요?|주세요))$`,
        'u',
      ),
    },
  },

  /** Wishes that cannot be met as they are, and what comes next to them. */
  hints: {
    shorter: [
      /^(?:더 ?|좀 ?)?(?:짧게|간단하게|간략하게)(?: ?(?:해|보내) ?(?:줘요?|주세요))?$|^너무 ?길어요?$/u,
      '`개수 3`과 `레이아웃 간단히`로 다이제스트를 줄일 수 있습니다.',
    ],
    translate: [
      /^(?:이거|이것|이 ?기사)?(?:를|을)? ?(?:(?:한국어|영어|일본어|중국어|태국어)로 ?)?번역(?: ?(?:해|부탁))? ?(?:줘요?|주세요|해요?)?$/u,
      '기사를 번역하지는 못하지만 다섯 언어로 말하고 그 언어의 소식을 먼저 고릅니다: `언어 한국어`',
    ],
    remind: [
      /^.{0,15}(?:알람|리마인드|깨워)(?: ?(?:해|맞춰))? ?(?:줘요?|주세요)?$/u,
      '알림은 맞출 수 없지만 다이제스트가 오는 시간은 정할 수 있습니다: `시간 08:00`',
    ],
    often: [
      /^하루에? ?(?:두|세|2|3) ?번$|^매시간$|^매주$|^(?:일주일|한 ?주)에 ?(?:한|1) ?번$/u,
      '다이제스트는 하루에 한 번, `요일 월수금`처럼 고른 요일에 옵니다. 그 사이에는 `다이제스트`로 볼 수 있습니다.',
    ],
  },

  digest: {
    title: '아침 다이제스트',
    asked: '다이제스트',
    taste: '맛보기 한 건',
    count: (stories, minutes) => `소식 ${number(stories)}건 · 읽는 데 약 ${number(minutes)}분`,
    minutes: (n) => `읽기 ${number(n)}분`,
    alsoIn: (n) => `다른 ${number(n)}곳도 보도`,
    update: '새 소식',
    foreign: (language) => `${language} 기사`,
    excerptOnly: '발췌만',
    sample: '견본',
    sampleNote: '아직 실제 출처를 읽지 못해, Tidings가 쓴 견본 기사를 보여 드립니다.',
    footer: (read, failed) =>
      failed === 0 ? `출처 ${number(read)}곳을 읽음` : `출처 ${number(read)}곳을 읽음, ${number(failed)}곳은 실패`,
    onTheWeb: '웹에서 보기',
    keyPoints: '핵심',
    ask: '질문하기',
    open: '원문',
    more: '더 보기',
    less: '덜 보기',
    howToAsk: '스레드에서 질문하시면 기사를 바탕으로 답합니다.',
    empty: '이번 주에는 이 채널에 새 소식이 없었습니다. `출처`에서 상태를 보고 `구독`으로 늘릴 수 있습니다.',
    nothingNow: '지금은 새 소식이 없습니다. 찾는 대로 다음 다이제스트에 담겠습니다.',
    nothingFollowed: '아직 구독 중인 것이 없습니다. `구독 AI`라고 보내거나 `주제`에서 골라 보세요.',
    composing: '오늘의 다이제스트를 준비하고 있습니다…',
  },

  brief: {
    takeaway: '한 줄 요점',
    points: '핵심',
    happened: '무슨 일이 있었나',
    matters: '왜 중요한가',
    watch: '앞으로 볼 점',
    faq: '자주 묻는 질문',
    gauge: (name) => name,
    sources: '출처',
    discussion: '대화',
    noDiscussion: '아직 이 소식에 대한 질문이 없습니다.',
    inferred: '저희의 해석',
    estimate: '추정',
    extract: '언어 모델 없이 기사에서 고른 문장입니다.',
    written: '인용한 문장을 바탕으로 언어 모델이 썼습니다. 원문도 확인해 주세요.',
    dropped: (n) => `기사에서 근거를 찾지 못한 ${number(n)}개 문장을 뺐습니다.`,
    excerptOnly: '기사의 일부만 읽을 수 있었습니다.',
    noBrief: '기사가 짧아 핵심을 따로 뽑지 않았습니다. 원문을 읽어 주세요.',
  },

  answer: {
    from: (headline) => `“${headline}”에 대해`,
    closest: '가장 가까운 대목',
    notSaid: '기사에는 나와 있지 않습니다.',
    otherLanguage: (language) =>
      `이 기사는 ${language} 기사입니다. 언어 모델이 없으면 낱말만 맞춰 볼 수 있으니 ${language}로 질문해 주세요.`,
    notSaidAnywhere:
      '최근 소식에서는 답을 찾지 못했습니다. 다른 말로 묻거나 물어볼 글의 링크를 붙여 주세요. 할 수 있는 일은 `도움말`에 있습니다.',
    elsewhere: '다른 소식에서는',
    latestOn: (topic) => `${topic} 최근 소식:`,
    noneOn: (topic) => `이번 주 다이제스트에는 ${topic} 소식이 없었습니다. \`구독\` 뒤에 이름을 쓰면 구독합니다.`,
    which: '어느 소식을 말씀하시나요?',
    mentioned: '그 질문에 바로 답하는 소식은 없습니다. 혹시 이 가운데 하나인가요?',
    askWhat: (headline) => `“${headline}”에 대해 무엇이 궁금하신가요?`,
    askMore: '무엇이 궁금하신가요?',
    suggestions: '이렇게 물어보세요',
    helpful: '도움 됨',
    notHelpful: '도움 안 됨',
    thanks: '고맙습니다. 기록해 두었습니다.',
    reading: '페이지를 읽고 있습니다…',
    working: '기사를 찾아보고 있습니다…',
    cannotRead: (reason) => `페이지를 읽지 못했습니다(${reason}). 다른 주소나 기사 자체의 주소를 보내 주세요.`,
    noStory: '그 소식은 더 이상 보관하지 않습니다. 더 새로운 소식을 묻거나 링크를 보내 주세요.',
    tooMany: (hours) => `오늘 질문이 많았습니다. ${number(hours)}시간 뒤에 다시 물어봐 주세요.`,
    extractLabel: '기사에서 인용했습니다. 언어 모델은 쓰지 않았습니다.',
    modelLabel: '인용한 문장을 바탕으로 언어 모델이 썼습니다.',
    budgetSpent: '오늘의 언어 모델 예산을 다 썼습니다. UTC 0시까지 핵심과 답변은 기사 인용입니다.',
    modelFailed: '언어 모델이 근거 있는 답을 내지 못해 기사에서 인용했습니다.',
    truncated: '길어서 줄였습니다.',
  },

  settings: {
    following: (what) => `${withParticle(what, '을', '를')} 구독합니다.`,
    already: (what) => `${withParticle(what, '은', '는')} 이미 구독 중입니다.`,
    unfollowed: (what) => `${withParticle(what, '을', '를')} 구독 취소했습니다.`,
    notFollowed: (what) =>
      `${withParticle(what, '은', '는')} 구독하고 있지 않습니다. 구독 중인 것은 \`목록\`에서 볼 수 있습니다.`,
    unfollowedAll: '모든 구독을 취소했습니다. `구독`으로 다시 시작할 수 있습니다.',
    muted: (what) => `${withParticle(what, '을', '를')} 숨깁니다. \`숨김해제\`로 되돌릴 수 있습니다.`,
    unmuted: (what) => `${withParticle(what, '을', '를')} 다시 보여 드립니다.`,
    notMuted: (what) => `${withParticle(what, '은', '는')} 숨기고 있지 않습니다. \`목록\`에서 확인하세요.`,
    more: (what) => `앞으로 이런 소식을 늘립니다: ${what}`,
    less: (what) => `앞으로 이런 소식을 줄입니다: ${what}`,
    undo: '되돌리기',
    undone: (what) => `되돌렸습니다: ${what}`,
    noRule: '그런 규칙이 없습니다. `목록`에 번호가 있습니다.',
    firstDigest: (when) => `첫 다이제스트는 ${when}에 도착합니다. 먼저 한 건 보내 드립니다.`,
    nextDigest: (when) => `다음 다이제스트는 ${when}에 도착합니다.`,
    time: (time, zone) => `다이제스트는 ${time}(${zone})에 도착합니다.`,
    zone: (zone, now) => `시간대: ${zone}, 그곳은 지금 ${now}입니다.`,
    days: (days) => `받는 요일: ${days}`,
    stories: (n) => `다이제스트 한 번에 소식 ${number(n)}건을 담습니다.`,
    layout: (layout) => `레이아웃: ${layout}`,
    language: '이제부터 한국어로 보내 드립니다.',
    quietOn: '이제부터 멘션할 때만 답합니다.',
    quietOff: '이제부터 스레드의 이어지는 질문에도 답합니다.',
    paused: '일시정지했습니다. `재개`하면 다시 보내 드립니다.',
    resumed: (when) => `재개했습니다. 다음 다이제스트는 ${when}에 도착합니다.`,
    forgetAsk: '이 채널의 기록(구독, 설정, 대화)을 모두 삭제할까요?',
    forgetAskBy: (who) => `${who} 님이 이 채널의 기록(구독, 설정, 대화)을 모두 삭제하려고 합니다.`,
    forgetYes: '네, 삭제',
    forgetNo: '아니요, 유지',
    forgotten: '삭제했습니다. 다시 시작하려면 무엇이든 구독하세요.',
    kept: '아무것도 삭제하지 않았습니다.',
    forgetLapsed: '확인을 기다리는 삭제가 없습니다. 먼저 `데이터삭제`라고 보내 주세요.',
    onlyAdmins: '이 채널의 관리자만 설정을 바꿀 수 있습니다. 질문은 누구나 할 수 있습니다.',
    saved: '저장했습니다.',
    sourceSuggestions: (what) => `“${what}”에 해당하는 출처가 여럿입니다. 어느 것인가요?`,
    feedsFound: '이 페이지에 피드가 여럿 있습니다. 어느 것인가요?',
    noFeed: (address, reason) => `${address}에서 피드를 찾지 못했습니다(${reason}). 피드 자체의 주소를 보내 주세요.`,
    looking: '피드를 찾고 있습니다…',
    feedFound: (name) => `${name}의 피드를 찾았습니다.`,
  },

  list: {
    title: '이 채널의 구독',
    topics: '주제',
    feeds: '출처',
    keywords: '키워드',
    rules: '규칙',
    mute: '제외',
    more: '더 많이',
    less: '더 적게',
    nothing: '아직 없습니다. `구독 AI`라고 보내 보세요',
    schedule: (time, zone, days) => `${days} ${time}(${zone})`,
    shape: (stories, layout, language) => `최대 ${number(stories)}건, ${layout}, ${language}`,
    everyDay: '매일',
    weekdays: '평일',
    weekend: '주말',
    compact: '간단히',
    cards: '카드',
    paused: '일시정지 중',
    closed: (reason) => `중단됨: ${reason}`,
    topicsTitle: '주제',
    topicsHint: '`구독` 뒤에 이름을 쓰면 됩니다. 쉼표로 여러 개를 한 번에 구독할 수 있습니다.',
    sourcesTitle: (n) => `출처 ${number(n)}곳`,
    sourcesNarrow: '낱말로 좁힐 수 있습니다: `출처 NASA`.',
    sourcesFollow: '`구독` 뒤에 이름을 쓰면 구독합니다.',
    sourcesNone: (word) => `“${word}”에 해당하는 출처가 없습니다. 주소로 구독해 보세요: \`구독 https://…\``,
    andMore: (n) => `외 ${number(n)}곳`,
  },

  status: {
    title: '상태',
    next: (when) => `다음 다이제스트: ${when}`,
    none: '예정된 다이제스트가 없습니다',
    last: (when, stories) => `지난 다이제스트: ${when}, ${number(stories)}건`,
    skipped: (when) => `${when} 다이제스트는 Tidings가 세 시간 넘게 멈춰 있어 건너뛰었습니다.`,
    sources: (ok, failing) => `이 채널의 출처: 정상 ${number(ok)}곳, 실패 ${number(failing)}곳`,
    modelHere: (model, use) => `오늘 이곳의 답변(${model}): ${use}`,
    modelShared: (model, use) => `오늘 모든 채널이 함께 쓰는 핵심(${model}): ${use}`,
    modelUse: (calls, tokens, cost) => `${number(calls)}회, ${number(tokens)}토큰, ${cost}`,
    priceUnknown: '가격 알 수 없음',
    modelShort: '오늘의 언어 모델 예산이 얼마 남지 않았습니다. UTC 0시까지 핵심과 답변이 짧아집니다.',
    noModel: '언어 모델 없음: 핵심과 답변은 기사 인용입니다',
    cost: (perMonth, used, total) =>
      total === null
        ? `보내는 데 한 달에 메시지 약 ${number(perMonth)}건이 듭니다`
        : `보내는 데 한 달에 메시지 약 ${number(perMonth)}건이 듭니다. ${number(total)}건 중 ${number(used)}건 사용`,
    failing: (name, reason) => `${name}: ${reason}`,
    unknown: (n) => `도착을 확인하지 못한 배달 ${number(n)}건: \`npm run tidings -- deliveries\` 참조`,
  },

  notice: {
    feedFailing: (name, reason) => `${name}에서 사흘째 응답이 없습니다(${reason}).`,
    feedReplacement: (url) => `쓸 수 있는 피드를 찾았습니다: \`구독 ${url}\``,
    feedRetired: (name) => `${name}은(는) 14일 동안 실패해 더 읽지 않습니다. \`구독취소\`하면 목록에서 빠집니다.`,
    feedMoved: (name, url) => `${name}의 주소가 ${url}(으)로 바뀌었습니다. 이제 그곳에서 읽습니다.`,
    planSteps: (left) => `이번 달 메시지 한도가 거의 찼습니다. 이제부터: ${left}.`,
  },

  plan: {
    ask: (cost, left, total) =>
      `여기서 보내면 한 달에 ${cost}건으로 계산됩니다(이번 달 ${total}건 중 ${left}건 남음). 횟수를 줄일까요, 아니면 요청할 때만 보낼까요? 요청할 때 보내는 것은 무료입니다.`,
    mondays: '월요일만',
    onRequest: '요청할 때만',
    weekly: (day) => `주 1회(${day})`,
  },

  welcome: {
    hello:
      '안녕하세요, Tidings입니다. 수백 곳의 출처를 읽고 아침마다 다이제스트 하나를 보내 드립니다. 같은 일은 한 번만, 출처와 함께 전합니다.',
    pick: '읽고 싶은 것을 고르거나, `구독` 뒤에 주제, 출처, 페이지, "키워드"를 써서 보내 주세요.',
    askMe: '소식의 스레드에서 질문하시면 기사를 바탕으로 답합니다.',
    askByQuote: '궁금한 소식은 ‘질문하기’를 누르거나 답장으로 물어보세요. 기사를 바탕으로 답합니다.',
    zoneHint: (time, zone) =>
      `다이제스트는 ${time}(${zone})에 도착합니다. \`시간 07:30\`, \`시간대 서울\`로 바꿀 수 있습니다.`,
  },

  help: {
    title: '할 수 있는 일',
    ask: '그 밖에 쓰신 말은 질문으로 받습니다.',
    mention: '스레드에서는 저를 멘션하거나 ‘질문하기’를 눌러 주세요.',
    quote: '그룹에서는 저를 멘션하거나 제 메시지에 답장하거나 ‘질문하기’를 눌러 주세요.',
  },

  mistakes: {
    didYouMean: (word, nearest) => `모르는 말입니다: “${word}”. 혹시 \`${nearest}\`인가요?`,
    unknown: (word) => `모르는 말입니다: “${word}”. 할 수 있는 일은 \`도움말\`에 있습니다.`,
    missing: (usage) => `빠진 것이 있습니다. 예: \`${usage}\``,
    badTime: (text) => `시각으로 읽을 수 없습니다: “${text}”. 예: \`시간 07:30\`, \`시간 오후 7시\``,
    badZone: (text, nearest) =>
      nearest
        ? `모르는 시간대입니다: “${text}”. 혹시 \`시간대 ${nearest}\`인가요?`
        : `모르는 시간대입니다: “${text}”. \`Asia/Seoul\` 같은 이름이나 도시 이름을 보내 주세요.`,
    badDays: (text) => `요일로 읽을 수 없습니다: “${text}”. 예: \`요일 평일\`, \`요일 월 수 금\``,
    badCount: (text) => `1부터 12까지의 수로 보내 주세요(“${text}”). 예: \`개수 7\``,
    badLayout: (text) => `없는 레이아웃입니다: “${text}”. \`레이아웃 간단히\`와 \`레이아웃 카드\`가 있습니다.`,
    badLanguage: (text) =>
      `지원하지 않는 언어입니다: “${text}”. 영어, 일본어, 중국어(번체), 한국어, 태국어가 있습니다.`,
    badSwitch: (text) => `“${text}” 대신 \`켜기\`나 \`끄기\`라고 보내 주세요.`,
    badQuery: (text, reason) =>
      `찾을 수 없는 말입니다: “${text}”(${reason}). 낱말, "구절", -제외, OR를 쓸 수 있습니다.`,
    unknownSubject: (text, nearest) =>
      nearest
        ? `“${text}”에 해당하는 것이 없습니다. \`구독 ${nearest}\`인가요? 키워드라면 따옴표로 묶어 주세요: \`구독 "${text}"\``
        : `“${text}”에 해당하는 것이 없습니다. 키워드라면 따옴표로 묶어 주세요: \`구독 "${text}"\``,
    likeWhich:
      '어느 소식인가요? 지난 다이제스트의 번호로 `3번 같은 소식을 더`라고 쓰거나, 소식 아래의 엄지를 누르세요.',
    noDigest: '아직 다이제스트가 없습니다. `다이제스트`라고 보내면 바로 받습니다.',
    noSuchStory: (n, last) => `지난 다이제스트에 ${number(n)}번은 없습니다. ${number(last)}번까지 있습니다.`,
    tooLong: '너무 깁니다. 2,000자 안쪽으로 보내 주세요.',
    noWords: '글로만 이해할 수 있어요. 소식에 대해 묻거나 `도움말`을 입력하세요.',
    badFile: (reason) => `파일을 읽지 못했습니다(${reason}). OPML 파일을 보내 주세요.`,
    went: '저희 쪽에 문제가 생겼습니다. 기록해 두었으니 다시 시도해 주세요.',
  },

  opml: {
    imported: (n, known) => `피드 ${number(n)}개를 구독합니다. 그중 ${number(known)}개는 새로 읽기 시작합니다.`,
    left: (n) => `파일 하나로 구독할 수 있는 수를 넘어 ${number(n)}개는 빠졌습니다. 파일을 나누어 보내 주세요.`,
    exported: (n) => `피드 ${number(n)}개를 OPML로 담았습니다.`,
    nothing: '파일에 피드가 없습니다.',
  },

  why: {
    hint: '점수가 높은 소식부터 다이제스트에 실립니다.',
    sources: (count, hours) =>
      hours < 1 ? `지금까지 ${number(count)}곳이 보도` : `${number(hours)}시간 동안 ${number(count)}곳이 보도`,
    recent: (hours) => (hours < 1 ? '1시간 이내의 소식' : `${number(hours)}시간 전 소식`),
    topic: (label) => `구독 중인 주제: ${label}`,
    feed: (label) => `구독 중인 출처: ${label}`,
    keyword: (label) => `구독 중인 키워드: ${label}`,
    more: (label) => `더 보기로 고른 것: ${label}`,
    less: (label) => `덜 보기로 고른 것: ${label}`,
    language: (language) => `쓰시는 언어(${language})의 기사`,
    foreign: (language) => `수를 채우는 ${language} 기사`,
    repeated: (name) => `${name} 소식이 이미 있음`,
    update: (title) => `전에 보내 드린 소식의 새 진전: ${title}`,
    points: (text, points) => `${text} (${signed(points)})`,
  },

  whyNot: {
    unknownLink: '이 링크를 실은 출처가 없습니다. 링크만 보내시면 그 기사에 대해 질문할 수 있습니다.',
    notFollowed: (topics) =>
      topics === ''
        ? '이 채널이 구독하는 것과 맞지 않습니다.'
        : `${topics} 소식인데, 이 채널은 그중 아무것도 구독하지 않습니다.`,
    muted: (rule) => `제외 규칙에 걸립니다: ${rule}`,
    hadBefore: '이 채널에 이미 보냈고, 그 뒤로 새 소식이 없습니다.',
    toldAlready: '오늘의 다른 소식이 같은 일을 다룹니다.',
    outranked: (rank, limit) =>
      `순위가 ${number(rank)}번째인데 다이제스트에는 ${number(limit)}건까지 담습니다. \`개수\`로 바꿀 수 있습니다.`,
    tooOld: (hours) => `${number(hours)}시간 전 소식이라 다이제스트에 담기에는 오래되었습니다.`,
    included: (n) => `걸리는 것이 없습니다. 지금 다이제스트를 만들면 ${number(n)}번에 들어갑니다.`,
  },

  and: (items) => new Intl.ListFormat('ko', { type: 'conjunction' }).format(items),
  quote: (text) => `“${text}”`,
};
