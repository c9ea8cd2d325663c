/**
 * Romanised number words of ten languages by value, cardinal and ordinal; a star stands for any
 * ending. Words that mean another number or thing in another language are left out.
 */
const formsByValue: Readonly<Record<number, string>> = {
  1: 'one first pierwsz* erste ersten premier primero primo pirm*',
  2: 'two second dva vtoro* dwa drugiego zwei zweite* deux deuxieme dos secondo du antr*',
  3: 'three third tri tretii tretego try tretsyaga tretogo trzy trzeci* drei dritte* trois troisieme tres tercero tre terzo trys treci*',
  4: 'four fourth chetyre chetvert* chatyry chatsvert* chotiri cztery czwart* vier vierte* quatre quatrieme cuatro cuarto quattro quarto keturi ketvirt*',
  5: 'five fifth pyat pyat* pyats piec piat* funf funfte* cinq cinquieme cinco quinto cinque penki penkt*',
  6: 'six sixth shest shest* shests shost* shist szesc szost* sechs sechste* sixieme seis sexto sei sesto sesi sest*',
  7: 'seven seventh sem sedm* semaga somog* sim siedem siodm* sieben siebte* sept septieme siete septimo sette settimo septyni septint*',
  8: 'eight eighth vosem vosm* visim osiem osm* acht achte* huit huitieme ocho octavo otto ottavo astuoni astunt*',
  9: 'nine ninth devyat devyat* dzevyats dzevyat* dziewiec dziewiat* neun neunte* neuf neuvieme nueve noveno nove nono devyni devint*',
  10: 'ten tenth desyat desyat* dzesyats dzesyat* dziesiec dziesiat* zehn zehnte* dix dixieme diez decimo dieci desimt desimt*',
  11: 'eleven eleventh elf onze once undici',
  12: 'twelve twelfth zwolf douze doce dodici',
  13: 'thirteen thirteenth dreizehn* treize trece tredici',
  14: 'fourteen fourteenth vierzehn* quatorze catorce quattordici',
  15: 'fifteen fifteenth funfzehn* quinze quince quindici',
  16: 'sixteen sixteenth sechzehn* seize sedici',
  17: 'seventeen seventeenth siebzehn* diciassette',
  18: 'eighteen eighteenth achtzehn* diciotto',
  19: 'nineteen nineteenth neunzehn* diciannove',
  20: 'twenty twentieth dvadtsat* dvatstsats* dvadtsyat* dwadziescia dwudziest* zwanzig* vingt* veinte venti dvidesimt*',
  30: 'thirty thirtieth tridtsat* trytstsats* tridtsyat* trzydzie* dreissig* trente treinta trenta trisdesimt*',
  40: 'forty fortieth sorok* czterdziesci vierzig* quarante cuarenta quaranta keturiasdesimt*',
  50: 'fifty fiftieth pyatdesyat* pyatsdzesyat* piecdziesiat* funfzig* cinquante cincuenta cinquanta penkiasdesimt*',
  60: 'sixty sixtieth shestdesyat* shestsdzesyat* shistdesyat* szescdziesiat* sechzig* soixante sesenta sessanta sesiasdesimt*',
  70: 'seventy seventieth semdesyat* semdzesyat* simdesyat* siedemdziesiat* siebzig* setenta settanta septyniasdesimt*',
  80: 'eighty eightieth vosemdesyat* vosemdzesyat* visimdesyat* osiemdziesiat* achtzig* ochenta ottanta astuoniasdesimt*',
  90: 'ninety ninetieth devyanosto devyanosta dzevyanosta devyanosto* dziewiecdziesiat* neunzig* noventa novanta devyniasdesimt*',
  100: 'hundred hundredth sto hundert cento cien ciento simtas',
  1000: 'thousand tysyach* tysyacha* tisyach* tysiac* tausend mille mil tukstan*',
};
const longestEnding = 4;

const values = new Map<string, number>();
const stems: (readonly [stem: string, value: number])[] = [];
for (const [value, forms] of Object.entries(formsByValue)) {
  for (const form of forms.split(' ')) {
    if (form.endsWith('*')) stems.push([form.slice(0, -1), Number(value)]);
    else values.set(form, Number(value));
  }
}
stems.sort(([a], [b]) => b.length - a.length);

function findPlainValue(word: string): number | null {
  const exact = values.get(word);
  if (exact !== undefined) return exact;
  const stem = stems.find(
    ([each]) => word.startsWith(each) && word.length <= each.length + longestEnding,
  );
  return stem?.[1] ?? null;
}

/** Find the value of one word; German and Romance languages write tens and units together. */
function findValue(word: string): number | null {
  const plain = findPlainValue(word);
  if (plain !== null) return plain;
  const german = /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(.+)$/.exec(word);
  if (german) return addUp(german[2] ?? '', german[1] === 'ein' ? 'one' : (german[1] ?? ''));
  const romance =
    /^(venti?|veinti|trenta?|quaranta?|cinquanta?|sessanta?|settanta?|ottanta?|novanta?)(.+)$/.exec(
      word,
    );
  if (!romance) return null;
  const tens = (romance[1] ?? '').replace(/^veinti$/, 'veinte').replace(/^vent$/, 'venti');
  return addUp(tens.endsWith('nt') ? `${tens}a` : tens, romance[2] ?? '');
}

function addUp(tensWord: string, unitWord: string): number | null {
  const tens = findPlainValue(tensWord);
  const unit = findPlainValue(unitWord);
  return tens === null || unit === null || tens < 20 || unit > 9 ? null : tens + unit;
}

/** Let `next` follow `before` in one number: 20 and 9, 4 and 20 (quatre-vingts); null if it cannot. */
function combine(before: number, next: number): number | null {
  if (next === 1000) return before < 10 ? before * 1000 : null;
  if (next === 100) return before < 10 ? before * 100 : null;
  if (before === 4 && next === 20) return 80;
  if ((before === 60 || before === 80) && next >= 10 && next < 20) return before + next;
  if (before >= 1000) return next < 100 ? before + next : null;
  if (before % 100 === 0) return before + next;
  if (before === 70 || before === 90) return next < 10 ? before + next : null;
  // Years are read in pairs: twenty twenty-five.
  if ((before === 19 || before === 20) && next >= 10) return before * 100 + next;
  return before % 10 === 0 && before >= 20 && next < 10 ? before + next : null;
}

/**
 * Write numbers that `words`, romanised, spell out in digits: "thirty three" becomes "33". A single
 * number word that `isKnown`, because the pack uses it, stays.
 */
export function writeNumbers(
  words: readonly string[],
  isKnown: (word: string) => boolean,
): string[] {
  const written: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    let value = findValue(word);
    let end = at + 1;
    while (value !== null && end < words.length) {
      const next = findValue(words[end] ?? '');
      const sum = next === null ? null : combine(value, next);
      if (sum === null) break;
      value = sum;
      end += 1;
    }
    const isNumber = value !== null && (end > at + 1 || !isKnown(word));
    written.push(isNumber ? String(value) : word);
    if (isNumber) at = end - 1;
  }
  return written;
}
