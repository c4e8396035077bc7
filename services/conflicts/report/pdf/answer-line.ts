import type { Block } from '../../../documents/pdf/pdfmake.ts';
import type { Answer } from '../answer.ts';
import { answerColours, signOf } from '../sign.ts';
import type { Texts } from '../texts/texts.ts';

/** An answer as sign and word, and what else stands on the line. */
export function answerLine(answer: Answer, more: string | null, say: Texts): Block {
  const word = { text: say.answers[answer], bold: true, color: answerColours[answer] };
  return {
    columns: [
      { svg: signOf(answer).text, width: 10, height: 10, margin: [0, 0.5, 0, 0] },
      { text: more === null ? [word] : [word, `  ${more}`], width: '*' },
    ],
    columnGap: 4,
  };
}
