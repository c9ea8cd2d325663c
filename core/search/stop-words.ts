import { romanise } from './romanise';

/** Words that name nothing, by language; they count only when a query has no others. */
const wordsByLanguage = {
  en: `a an and any are as at be been being by can could did do does for from give had happen happened happens has have
    how i in into is it its know many me mean means much my no nos number of on or please s say said says
    should show stand stands tell that the their them there they this to under up us was we were what when
    where which who whom whose why will with would year about according information`,
  ru: 'а в во г гг год года году годы где его и из или как какая какие какой когда кого кто ли на о об от по под при про с со сколько такое такой такая это у что чья чей за к ко не для был была было были есть',
  be: 'а аб ад але г год года годзе ў у дзе гэта для ці за з і калі колькі на не па пра са што хто такі такая чый як якая якія які ёсць быў была былі',
  uk: 'а в від де для р рік року році до з за і із й коли скільки кого на не о об або під по про та у хто чи чий що це як який яка які є був була',
  pl: 'a co czy dla do gdzie i ile jak jaki jest kiedy kto ktory na nie o od oraz po przez r rok roku w we z za ze to',
  de: 'am an auf jahr jahre aus bei das dem den der des die ein eine einer eines fur hat im in ist mit nach oder sind uber und viele von vom wann war waren warum was wer wie wo zu zum zur',
  fr: 'a an annee au aux avec ce combien dans de des du elle en est et il la le les l ou par pour qu que quand qui quel quelle sont sur un une',
  es: 'a al ano como con cuando cuantos cuantas de del el en es esta la las los o para por que quien quienes se son un una y',
  it: 'a al alla anno che chi con da dei del della delle di e gli i il in la le lo nel nella o per quando quanti sono un una',
  lt: 'ar apie bet d ir is kada kaip kas kiek kur m metai metu nuo o su uz yra',
} as const;

const stopWords: ReadonlySet<string> = new Set(
  Object.values(wordsByLanguage).flatMap((words) => words.split(/\s+/).map(romanise)),
);

/** Tell whether `word`, romanised, says nothing about what is looked for. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
