import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { html } from '../../html.ts';
import { pageAnswer } from '../html/page.ts';
import { Link } from '../links.ts';
import { schemaOf } from '../openapi.ts';
import { json, route, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { texts } from '../texts/texts.ts';

const Summary = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  description: z.string(),
  jobControlOptions: z.array(z.enum(['sync-execute', 'async-execute', 'dismiss'])),
  outputTransmission: z.array(z.literal('value')),
  links: z.array(Link),
});

const Description = Summary.extend({
  inputs: z.record(z.string(), z.looseObject({ schema: z.unknown() })),
  outputs: z.record(z.string(), z.looseObject({ schema: z.unknown() })),
  catalogue: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('what the process goes by: its rules, their words and limits'),
});

/** @throws Problem 404 when there is no such process */
export function findProcess(processes: readonly Process[], id: string): Process {
  const found = processes.find((process) => process.id === id);
  if (!found)
    // The type that OGC 18-062r2 names for this (/req/core/process-exception).
    throw tell(404, 'no-such-process', ({ unknownProcess: say }) => ({ ...say, detail: say.detail(shortened(id)) }));
  return found;
}

const summaryOf = (process: Process, { language, links }: Pick<Call, 'language' | 'links'>) => ({
  id: process.id,
  version: process.version,
  title: process.title[language],
  description: process.description[language],
  jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'] as ('sync-execute' | 'async-execute' | 'dismiss')[],
  outputTransmission: ['value'],
  links: [
    { href: links.to(`/processes/${process.id}`), rel: 'self', type: 'application/json' },
    {
      href: links.to(`/processes/${process.id}/execution`),
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
      type: 'application/json',
    },
  ],
});

/** Inputs or outputs one by one, as OGC process descriptions list them. */
function parts(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const whole = schemaOf(schema, io);
  const properties = (whole['properties'] ?? {}) as Record<string, { title?: string; description?: string }>;
  const required = (whole['required'] ?? []) as string[];
  const definitions = whole['$defs'] ? { $defs: whole['$defs'] } : {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [
      name,
      {
        title: part.title ?? name,
        ...(part.description && { description: part.description }),
        ...(io === 'input' && { minOccurs: required.includes(name) ? 1 : 0, maxOccurs: 1 }),
        schema: { ...part, ...definitions },
      },
    ]),
  );
}

/** The analyses that can be asked for. */
export const processes = route({
  method: 'get',
  path: '/processes',
  id: 'getProcesses',
  tag: 'Processes',
  summary: { nb: 'Analysene', en: 'The processes' },
  formats: { json: 'application/json', html: 'text/html' },
  returns: z.object({ processes: z.array(Summary), links: z.array(Link) }),
  handle(call) {
    const { format, given, language, links } = call;
    if (format === 'json')
      return json({
        processes: call.processes.map((process) => summaryOf(process, call)),
        links: [{ href: links.to('/processes'), rel: 'self', type: 'application/json' }],
      });
    return pageAnswer({
      title: texts[language].page.processes,
      language,
      links,
      address: '/processes',
      given,
      formats: [['JSON', links.to('/processes', { f: 'json' })]],
      body: html`<dl>
        ${call.processes.map(
          ({ id, title, description }) =>
            html`<dt><a href="${links.to(`/processes/${id}`)}">${title[language]}</a></dt>
              <dd>${description[language]}</dd>`,
        )}
      </dl>`,
    });
  },
});

/** One analysis, its inputs and outputs. */
export const process = route({
  method: 'get',
  path: '/processes/{processId}',
  id: 'getProcess',
  tag: 'Processes',
  summary: { nb: 'En analyse: inndata og utdata', en: 'One process: inputs and outputs' },
  formats: { json: 'application/json' },
  variables: { processId: { nb: 'analysens id', en: 'id of the process' } },
  returns: Description,
  async handle(call) {
    const found = findProcess(call.processes, call.path.processId ?? '');
    return json({
      ...summaryOf(found, call),
      inputs: parts(found.inputs, 'input'),
      outputs: parts(found.outputs, 'output'),
      ...(found.catalogue && { catalogue: await found.catalogue() }),
    });
  },
});
