// Installs what the program needs, once; plain JavaScript, because nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oldest = [20, 19];

/** Stop with a plain word when Node is too old. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(`grunnriss needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** The packages of the lock file, when they are missing or older than it. */
export function install() {
  checkNode();
  // Packages that another checkout shares are that one's to keep: `npm ci` would empty them.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const marker = `${root}node_modules/.package-lock.json`;
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs) return;
  console.error('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-fund', '--no-audit'], 'The packages could not be installed: is the npm registry reachable?');
}

/** The web map, when it was not built yet or its sources are newer. */
export function buildViewer() {
  const built = `${root}tiles/viewer/dist/index.html`;
  if (existsSync(built) && statSync(built).mtimeMs >= newest(`${root}tiles/viewer`)) return;
  console.error('Building the web map …');
  run('npm', ['run', '--silent', 'build:viewer'], 'The web map could not be built.');
}

function newest(folder) {
  const files = spawnSync('git', ['ls-files', '-z', '--', folder], { cwd: root, encoding: 'utf8' });
  const names = (files.stdout ?? '').split('\0').filter(Boolean);
  return Math.max(0, ...names.filter((name) => existsSync(root + name)).map((name) => statSync(root + name).mtimeMs));
}

function run(command, parameters, failure) {
  // Standard output belongs to data: what the tools say goes to standard error.
  const ended = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (ended.status === 0) return;
  console.error(failure);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
