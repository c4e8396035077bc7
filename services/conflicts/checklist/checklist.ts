import { z } from 'zod';

/** What a plan would do, by theme: a figure with its source, or not known. */
export const Checklist = z.array(
  z.object({
    id: z.string(),
    theme: z.string(),
    title: z.string(),
    value: z.number().nullable().describe('null: not known'),
    unit: z.enum(['m²', 'm', 'count']),
    share_covered: z.number().nullable().describe('part of the land that the data cover; null when unknown'),
    figure: z.string().describe('in words'),
    source: z.string().describe('dataset and date; where the figure is not known, why'),
  }),
);

export type Checklist = z.infer<typeof Checklist>;
