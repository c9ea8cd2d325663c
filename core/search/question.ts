import type { Fact } from '@/core/pack';
import { romanise } from './romanise';

type Question = {
  readonly opening: RegExp;
  readonly answers: (fact: Fact) => boolean;
};

/** What a question asks for, by the words it is asked with (romanised, in ten languages). */
const questions: readonly Question[] = [
  {
    opening:
      /\b(?:how many|how much|number of|count|skolko|kolki|skilki|wie viele|wieviele|combien|cuantos|cuantas|quanti|quante|ilu|ile|kiek)\b/,
    answers: ({ kind }) => kind === 'figure',
  },
  {
    opening: /\b(?:who|whos|kto|khto|wer|qui|quien|quienes|chi|kas)\b/,
    answers: ({ staleness }) => staleness === 'role',
  },
  {
    opening: /\b(?:when|kogda|kali|koli|wann|quand|cuando|quando|kiedy|kada|date|year)\b/,
    answers: ({ event }) => event !== undefined,
  },
  {
    opening: /\b(?:say|says|said|quote|quotes|words|statement)\b/,
    answers: ({ kind }) => kind === 'quotation',
  },
  {
    opening:
      /\b(?:demand|demands|want|wants|urge|urges|ask|asks|call on|calls on|call for|calls for)\b/,
    answers: ({ kind }) => kind === 'demand',
  },
  {
    opening: /\b(?:stand for|stands for|abbreviation|acronym|full name|mean|means|meaning)\b/,
    answers: ({ kind, staleness }) => kind === 'definition' && staleness === 'naming',
  },
];

/** Read what kind of fact would answer `query`; null when it is no question of a known kind. */
export function readQuestion(query: string): ((fact: Fact) => boolean) | null {
  const plain = query.split(/\s+/).map(romanise).join(' ');
  const asked = questions.filter(({ opening }) => opening.test(plain));
  if (asked.length === 0) return null;
  return (fact) => asked.some(({ answers }) => answers(fact));
}
