import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { html } from '../../html.ts';
import type { Picture } from './picture.ts';
import { wrapped } from './wrapped.ts';

/** What goes from one side to the other. */
export interface Flow {
  from: string;
  to: string;
  value: number;
}

interface Side {
  key: string;
  name: string;
  side: 'from' | 'to';
}

type Node = SankeyNode<Side, object>;
type Link = SankeyLink<Side, object>;

const width = 640;
const labels = 190;
const rowHeight = 58;

/**
 * What went from where to where, as bands whose width is their value; every name with its sum beside it.
 * @param figure a value in words
 */
export function drawFlow(flows: readonly Flow[], figure: (value: number) => string, alt: string): Picture {
  const names = (side: 'from' | 'to') => [...new Set(flows.map((flow) => flow[side]))];
  const nodes: Side[] = (['from', 'to'] as const).flatMap((side) =>
    names(side).map((name) => ({ key: `${side} ${name}`, name, side })),
  );
  const height = Math.max(120, rowHeight * Math.max(names('from').length, names('to').length));
  const graph = sankey<Side, object>()
    .nodeId(({ key }) => key)
    .nodeWidth(12)
    .nodePadding(34)
    .extent([
      [labels, 26],
      [width - labels, height + 14],
    ])({
    nodes: nodes.map((node) => ({ ...node })),
    links: flows.map(({ from, to, value }) => ({ source: `from ${from}`, target: `to ${to}`, value })),
  });
  const path = sankeyLinkHorizontal<Side, object>();
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height + 24}"
    width="${width}"
    height="${height + 24}"
    font-family="Roboto, Arial, sans-serif"
    font-size="12"
  >
    <rect x="0" y="0" width="${width}" height="${height + 24}" fill="#ffffff" />
    ${graph.links.map(
      (link: Link) =>
        html`<path
          d="${(path(link) ?? '').replace(/\d+\.\d+/g, (digits) => Number(digits).toFixed(1))}"
          fill="none"
          stroke="#7c8b95"
          stroke-opacity="0.55"
          stroke-width="${Math.max(1, link.width ?? 0).toFixed(1)}"
        />`,
    )}
    ${graph.nodes.map((node: Node) => nodeShape(node, figure))}
  </svg>`;
  return { svg: svg.text.replace(/\s+/g, ' '), alt, legend: [] };
}

function nodeShape({ name, side, value = 0, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }: Node, figure: (value: number) => string) {
  const x = side === 'from' ? x0 - 8 : x1 + 8;
  const lines = [...wrapped(name, 26), figure(value)];
  return html`<rect
      x="${x0.toFixed(1)}"
      y="${y0.toFixed(1)}"
      width="${(x1 - x0).toFixed(1)}"
      height="${Math.max(1, y1 - y0).toFixed(1)}"
      fill="#1f4e79"
    />${lines.map(
      (line, at) =>
        html`<text
          x="${x.toFixed(1)}"
          y="${((y0 + y1) / 2 + 4 + (at - (lines.length - 1) / 2) * 13).toFixed(1)}"
          text-anchor="${side === 'from' ? 'end' : 'start'}"
          fill="${at < lines.length - 1 ? '#1d2327' : '#4a545a'}"
          >${line}</text
        >`,
    )}`;
}
