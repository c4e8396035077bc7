/** Words on lines of so many letters at most, the last one cut where there are more. */
export function wrapped(words: string, letters: number, most = 2): string[] {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  const cut = shown.map((line) => (line.length > letters + 4 ? `${line.slice(0, letters + 3)}…` : line));
  return lines.length > most ? [...cut.slice(0, -1), `${cut.at(-1) ?? ''} …`] : cut;
}
