import { html, type Html } from '../../html.ts';
import type { Block, Document } from '../document.ts';
import { factList, pictureFigure, table } from './parts.ts';

/** The contents of a document, without heading and frame. @param below what stands below a picture, by its id */
export function documentBody(document: Document, below: (picture: string) => Html | null = () => null): Html {
  const { lead, example, facts, sections, words } = document;
  return html`<div class="document">
    ${example ? html`<p class="example">${example}</p>` : null}
    ${lead.map((words) => html`<p class="lead">${words}</p>`)} ${factList(facts)}
    <nav class="contents" aria-label="${words.contents}">
      <h2>${words.contents}</h2>
      <ol>
        ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ol>
    </nav>
    ${sections.map(
      ({ id, title, blocks }) =>
        html`<section id="${id}">
          <h2>${title}</h2>
          ${blocks.map((block) => written(block, below))}
        </section>`,
    )}
  </div>`;
}

function written(block: Block, below: (picture: string) => Html | null): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'table':
      return table(block.headings, block.rows, block.name);
    case 'picture':
      return html`<div class="drawn">
        <h3>${block.title}</h3>
        ${pictureFigure(block.picture)} ${below(block.id)}
      </div>`;
  }
}
