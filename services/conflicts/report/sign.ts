import { html, type Html } from '../../html.ts';
import type { Answer } from './answer.ts';

/** Dark enough on white for text (WCAG 2.2, 4.5 to 1). */
export const answerColours: Record<Answer, string> = {
  conflict: '#a3001e',
  review: '#7a4a00',
  failed: '#3d2a63',
  'no-data': '#3d4a52',
  'coverage-unknown': '#3d4a52',
  'partly-covered': '#3d4a52',
  'not-around': '#3d4a52',
  clear: '#14602f',
  'not-relevant': '#4a545a',
};

/** A shape of its own for each answer, so that none is told by colour alone. */
const shapes: Record<Answer, (colour: string) => Html> = {
  conflict: (colour) =>
    html`<path d="M 5 1 H 11 L 15 5 V 11 L 11 15 H 5 L 1 11 V 5 Z" fill="${colour}" /><path
        d="M 5 5 L 11 11 M 11 5 L 5 11"
        stroke="#ffffff"
        stroke-width="2"
        fill="none"
      />`,
  review: (colour) =>
    html`<path d="M 8 1 L 15.5 15 H 0.5 Z" fill="${colour}" /><path
        d="M 8 6 V 10.5 M 8 12 V 13.6"
        stroke="#ffffff"
        stroke-width="1.8"
        fill="none"
      />`,
  failed: (colour) =>
    html`<rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="${colour}" stroke-width="1.6" /><path
        d="M 1.5 1.5 L 14.5 14.5 M 14.5 1.5 L 1.5 14.5"
        stroke="${colour}"
        stroke-width="1.6"
        fill="none"
      />`,
  'no-data': (colour) =>
    html`<circle cx="8" cy="8" r="6.2" fill="none" stroke="${colour}" stroke-width="1.6" stroke-dasharray="2.4 2" />`,
  'coverage-unknown': (colour) =>
    html`<circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke="${colour}"
        stroke-width="1.6"
        stroke-dasharray="2.4 2"
      /><path d="M 4.5 8 H 11.5" stroke="${colour}" stroke-width="1.8" fill="none" />`,
  'partly-covered': (colour) =>
    html`<circle cx="8" cy="8" r="6.2" fill="none" stroke="${colour}" stroke-width="1.6" /><path
        d="M 8 1.8 A 6.2 6.2 0 0 0 8 14.2 Z"
        fill="${colour}"
      />`,
  'not-around': (colour) =>
    html`<circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke="${colour}"
        stroke-width="1.6"
        stroke-dasharray="2.4 2"
      /><circle cx="8" cy="8" r="3" fill="${colour}" />`,
  clear: (colour) =>
    html`<circle cx="8" cy="8" r="7" fill="${colour}" /><path
        d="M 4.3 8.2 L 7 11 L 11.7 5.4"
        stroke="#ffffff"
        stroke-width="2"
        fill="none"
      />`,
  'not-relevant': (colour) => html`<path d="M 2 8 H 14" stroke="${colour}" stroke-width="2" fill="none" />`,
};

/** The sign of an answer as SVG; its word must stand beside it. */
export const signOf = (answer: Answer): Html =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${shapes[answer](answerColours[answer])}
  </svg>`;
