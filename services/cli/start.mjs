// `npm start`: everything from a fresh clone to a working map.
import { buildViewer, install } from './install.mjs';

install();
buildViewer();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./main.ts');
await main(['serve', '--example-if-empty', ...process.argv.slice(2)]);
