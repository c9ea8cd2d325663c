import type { Card, Fact } from '@/core/pack';
import { romanise } from './romanise';

type Question = {
  /** Words, romanised, that ask for this and name nothing else. */
  readonly asking: RegExp;
  readonly isAnsweredBy: (answer: Answer) => boolean;
};

type Answer = { readonly fact: Fact } | { readonly card: Card };

function ofFacts(isIt: (fact: Fact) => boolean): Question['isAnsweredBy'] {
  return (answer) => 'fact' in answer && isIt(answer.fact);
}

/** What a question asks for, by the words it is asked with in ten languages. */
const questions: readonly Question[] = [
  {
    asking:
      /\b(?:how many|how much|number of|count of|skolko|kolki|skilki|wie viele|wieviele|combien|cuantos|cuantas|quanti|quante|ilu|ile|kiek)\b/g,
    isAnsweredBy: ofFacts(({ kind }) => kind === 'figure'),
  },
  {
    asking: /\b(?:who|whos|kto|khto|wer|qui|quien|quienes|chi|kas)\b/g,
    isAnsweredBy: ofFacts(({ staleness }) => staleness === 'role'),
  },
  {
    asking: /\b(?:when|kogda|kali|koli|wann|quand|cuando|quando|kiedy|kada|what year|what date)\b/g,
    isAnsweredBy: ofFacts(({ event }) => event !== undefined),
  },
  {
    asking: /\b(?:say|says|said|quote|quotes)\b/g,
    isAnsweredBy: ofFacts(({ kind }) => kind === 'quotation'),
  },
  {
    asking:
      /\b(?:what (?:do|does|did) (?=.* (?:want|ask|urge|demand|call))|what (?:should|must|ought) |wants?|asks?|urges?|call(?:s|ed)? (?:on|for)|trebuet|trebuyut|patrabue|patrabuyuts|vymagae|vimagae|zada|zadaja|fordert|fordern|exige|exigent|exigen|reclame|chiede|chiedono|reikalauja)\b/g,
    isAnsweredBy: (answer) =>
      'fact' in answer ? answer.fact.kind === 'demand' : answer.card.type === 'demand',
  },
  {
    asking: /\b(?:stands? for|abbreviation of|acronym|full name|means?|meaning)\b/g,
    isAnsweredBy: ofFacts(({ kind, staleness }) => kind === 'definition' && staleness === 'naming'),
  },
];

export type QuestionReading = {
  /** The romanised query without the words that only ask. */
  readonly rest: string;
  readonly isAnsweredBy: (answer: Answer) => boolean;
};

/** Read what kind of record would answer `query`; null when it is no question of a known kind. */
export function readQuestion(query: string): QuestionReading | null {
  const plain = query.split(/\s+/).map(romanise).join(' ');
  const asked = questions.filter(({ asking }) => plain.search(asking) >= 0);
  if (asked.length === 0) return null;
  const rest = asked.reduce((text, { asking }) => text.replaceAll(asking, ' '), plain);
  return {
    rest,
    isAnsweredBy: (answer) => asked.some((question) => question.isAnsweredBy(answer)),
  };
}
