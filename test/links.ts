import { access, readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Every relative link and picture of every Markdown page must lead somewhere. */
const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const broken: string[] = [];
for (const page of pages) {
  const text = (await readFile(page, 'utf8')).replace(/```[\s\S]*?```/g, '');
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (!target || /^[a-z]+:/i.test(target)) continue;
    const [file = '', anchor] = target.split('#');
    const place = file === '' ? page : path.join(path.dirname(page), file);
    const found = await access(place).then(
      () => true,
      () => false,
    );
    if (!found) broken.push(`${page}: ${target} leads nowhere`);
    else if (anchor && place.endsWith('.md') && !(await anchors(place)).has(anchor))
      broken.push(`${page}: ${target} has no such heading`);
  }
}
for (const line of broken) console.error(line);
if (broken.length > 0) process.exit(1);

/** Headings as the anchors that a repository's web view makes of them. */
async function anchors(page: string): Promise<Set<string>> {
  const text = await readFile(page, 'utf8');
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
