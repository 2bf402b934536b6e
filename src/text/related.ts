/**
 * English words that people use for one another, or ask with where a text answers by example: `die` and `killed`,
 * `weather` and `fog`. A question and its answer seldom share every word.
 */
import { akin } from './akin.ts';
import { stem } from './words.ts';

const groups = `die dead death kill fatal murder slain homicide suicide perish drown suffocate deadly|hurt injure wound harm burn bruise|
  arrest detain custody jail prison imprison suspect charge apprehend handcuff|crime offence offense felony misdemeanor murder theft robbery assault fraud|
  accuse charge allege blame indict suspect|convict guilty sentence verdict jury trial court judge plead|lawyer attorney counsel solicitor|
  sue lawsuit suit court litigation|police officer cop detective sheriff trooper investigator|investigate probe inquiry examine inspect|
  shoot shot gun gunman fire firearm pistol rifle bullet weapon|attack assault raid strike bomb ambush|weapon gun knife bomb missile rifle|
  fight battle clash brawl combat|war conflict fighting battle invasion|soldier troop army military service marine|
  protest demonstrate rally march protester demonstrator riot|flee escape run evacuate|rescue save survive survivor recover|
  disappear vanish missing lost search|kidnap abduct hostage ransom captive|plane aircraft jet flight airliner airplane boeing airbus|
  crash collide collision wreck accident smash|pilot crew captain cockpit|car vehicle truck van pickup automobile driver suv|
  ship boat vessel ferry yacht|train rail railway subway metro|road street highway motorway route|drive drove ride travel trip journey|
  fall fell drop plunge tumble collapse land|weather fog snow rain storm wind temperature sunny cold heat|fire blaze flame burn wildfire|
  flood water river rain|quake earthquake tremor aftershock magnitude|disaster catastrophe tragedy emergency|
  parent father mother dad mom mum|father dad|mother mom mum|child kid boy girl son daughter baby toddler children|
  brother sister sibling|husband wife spouse married marry wedding partner|family relative cousin uncle aunt parent brother sister|
  friend pal buddy classmate colleague|girlfriend boyfriend date dating fiancee partner|woman women lady girl female|man men guy male boy|
  person people man woman men women resident citizen|born birth birthday|young teenager teen youth|old elderly age aged|
  school university college student class academy campus|teach teacher professor instructor lesson|study research survey poll report experiment|
  scientist researcher expert professor academic|discover find found detect reveal uncover|prove evidence proof show demonstrate|
  film movie cinema picture|film video footage clip recording record|photo picture image photograph selfie snapshot|
  photo camera photographer|song album music single track tune|musician singer band artist rapper|book novel author writer publish|
  act actor actress star role play cast|show program programme series episode broadcast television tv|game match play tournament|
  win won victory beat defeat champion title|lose lost defeat loss|team club side squad|coach manager trainer|player striker defender midfielder quarterback goalkeeper|
  score goal point|prize award medal trophy|race run marathon|doctor physician surgeon medic hospital|hospital clinic medical treat|
  illness sick disease ill infection virus condition syndrome|cancer tumor tumour leukemia|operation surgery transplant|drug medicine medication pill|
  cure treat treatment therapy heal|pregnant pregnancy birth|eat food meal diet dish|drink beer wine alcohol water|
  money cash fund dollar pay million fortune|cost price pay worth expensive charge fee|buy bought purchase acquire acquisition takeover|sell sold sale retail|
  pay paid salary wage earn income|company firm business corporation maker manufacturer|boss chief head executive ceo chairman leader director president|
  job work employ worker employee occupation|hire recruit appoint|fire sack dismiss layoff redundant|profit earnings revenue income|loss deficit debt|
  rise increase grow climb surge jump soar gain|fall decrease decline drop cut reduce lower shrink|bank lender loan|invest investor fund stake share|
  customer client consumer user shopper|product device gadget item goods|make made build built create produce develop manufacture construct|
  start begin began launch open found establish|end finish stop close conclude|create creator invent inventor found founder|
  computer software program app|internet web online website site|phone mobile handset smartphone telephone cell|hack hacker breach cyberattack|
  announce declare reveal disclose unveil|say said tell told state comment remark claim|think believe opinion view consider feel|
  ask request demand urge call|want wish seek hope demand|plan intend aim propose|promise pledge vow commit|agree accept approve deal|
  refuse reject decline deny|admit confess acknowledge|warn caution alert alarm|explain reason cause because|cause reason due result lead|
  criticise criticize condemn denounce blast|praise hail applaud|apologise apologize sorry apology regret|worry concern fear afraid anxious|
  happy glad delighted pleased joy|sad upset grief mourn|angry anger furious outrage|surprise shock astonish amaze|
  help assist aid support|allow permit let legal|ban block prohibit forbid bar restrict restriction|prevent stop avoid block|force compel make|
  law legislation bill act rule statute|government administration authority official state|president leader premier minister|elect election vote poll ballot|
  country nation state|city town capital village|place location site area region spot|house home apartment flat building residence|live living reside resident home|
  stay remain live|move relocate transfer|leave left depart quit resign|return back|arrive come reach|go went attend visit travel|
  meet met meeting talk summit|speak spoke speech talk address|write wrote letter email message|call phone telephone|name call title known dub nickname|
  see saw witness watch spot view|hear heard listen|know knew learn aware|give gave donate hand provide|receive get got obtain|
  use employ utilise utilize|need require must|try attempt|keep kept hold held|carry bring brought take|steal stole stolen theft rob robbery thief|
  damage destroy ruin wreck|break broke broken|cut carve scratch slice|hide hid conceal|catch caught capture|throw threw toss|hit strike struck|
  big large huge giant enormous|small little tiny|fast quick rapid speed|first initial earliest|last final latest|
  new recent latest|famous known celebrity popular|rich wealthy millionaire billionaire fortune|poor poverty|dangerous risk hazard danger unsafe threat|
  safe safety secure security|real genuine authentic true|fake false bogus hoax|reaction respond response react|happen occur place|
  begin origin start|responsible behind blame claim|religion church faith christian muslim|animal dog cat bird pet|space planet mars orbit spacecraft nasa|
  energy power electricity electric|oil petrol gas fuel|pollution emission carbon climate|biggest largest main|type kind sort species model|colour color red blue green white black yellow|
  month january february march april june july august september october november december|season spring summer autumn winter|
  day monday tuesday wednesday thursday friday saturday sunday|language english french spanish german latin|next future upcoming|
  total altogether overall|amount number quantity|main primary chief principal|also known alias|area size acre hectare square|
  height tall high|length long|weigh weight heavy|consist comprise include contain|locate situate lie|compose write composer|
  design architect designer|paint painter painting artist|lead led head leader|rule reign king queen emperor monarch|join member membership|
  replace succeed successor|divide split separate|connect link join|become turn|influence affect effect impact|importance important significant|
  purpose goal aim objective|method way technique|example instance`;

const groupsOf = new Map<string, Set<number>>();
groups.split('|').forEach((group, at) => {
  for (const word of group.trim().split(/\s+/u)) {
    const own = stem(word, 'en');
    const known = groupsOf.get(own);
    if (known === undefined) groupsOf.set(own, new Set([at]));
    else known.add(at);
  }
});

/** Said itself, in another form, or by a word of the same matter. Stems, as `terms` gives them. */
export function isMetBy(term: string, others: string[]): boolean {
  return others.some((other) => other === term || akin(term, other) || areRelated(term, other));
}

/** @param a, b stems, as `terms` gives them */
export function areRelated(a: string, b: string): boolean {
  const own = groupsOf.get(a);
  const other = groupsOf.get(b);
  if (own === undefined || other === undefined) return false;
  for (const group of own) if (other.has(group)) return true;
  return false;
}
